/** Addresses without the language's prefix; the design adds it. */
export const urls = {
  roster: '/liaisons',
  rosterFile: '/liaisons/roster.csv',
  rosterData: '/api/v1/liaisons',
  desk: '/desk/liaisons',
  ask: '/desk/liaisons/ask',
  mine: '/desk/liaisons/mine',
  section: (id: string) => `/desk/liaisons/sections/${id}` as const,
  appointment: (id: string, step: string) => `/desk/liaisons/appointments/${id}/${step}`,
  duty: (id: string) => `/desk/liaisons/duties/${id}` as const,
  dutyStep: (id: string, step: string) => `/desk/liaisons/duties/${id}/${step}`,
  inventory: (department: string, year: number) =>
    `/desk/liaisons/sections/${department}/inventory/${year}`,
  inventories: '/desk/liaisons/inventories',
  inventoriesOf: (year: number) => `/desk/liaisons/inventories?year=${year}`,
  inventoryFile: (year: number, format: 'xlsx' | 'csv') =>
    `/desk/liaisons/inventories-${year}.${format}`,
  trainings: '/desk/liaisons/trainings',
  trainingsFile: (year: number) => `/desk/liaisons/trainings-${year}.csv`,
  training: (id: string) => `/desk/liaisons/trainings/${id}` as const,
  trainingStep: (id: string, step: string) => `/desk/liaisons/trainings/${id}/${step}`,
  terms: '/desk/liaisons/terms',
} as const
