export const urls = {
  list: '/desk/districts',
  file: '/desk/districts/districts.csv',
  takeIn: '/desk/districts/import',
  map: '/desk/districts/map',
  mapFile: '/desk/districts/map.geojson',
  mapRemoved: '/desk/districts/map/removed',
  one: (id: string) => `/desk/districts/${id}`,
  step: (id: string, step: 'rename' | 'close' | 'move') => `/desk/districts/${id}/${step}`,
} as const
