/** The door: all that other chapters may use of the list of districts. */
export type { District, DistrictId } from './district.ts'
export type { CityMap, Spot } from './map.ts'
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
export { type DrawnMap, drawn as drawnMap, labelsOf as mapLabels } from './rules/drawing.ts'
export { districtAt, isInCity } from './rules/outline.ts'
export {
  deepest as deepestZoom,
  type Frame,
  readSpot,
  rounded as roundedSpot,
  spotText,
  toPixel,
  toSpot,
  wholeCity,
  zoomed,
} from './rules/projection.ts'
export { districts } from './store/districts.ts'
export { cityMap } from './store/map.ts'
export { urls as districtUrls } from './urls.ts'
