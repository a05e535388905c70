/** The door: all that other chapters may use of the list of districts. */
export type { District, DistrictId } from './district.ts'
export {
  becameBy,
  choicesOn as districtChoices,
  chosenOf as chosenDistrict,
  currentIds,
  districtNamed,
  districtsOn,
  nameIn as districtNameIn,
  namer as districtNamer,
  partsOf as districtParts,
  sameOn as districtReach,
} from './rules/districts.ts'
export { districts } from './store/districts.ts'
export { urls as districtUrls } from './urls.ts'
