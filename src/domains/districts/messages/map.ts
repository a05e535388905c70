import { toldIn } from '#design/desk-tongue.ts'
import type { View } from '#design/view.ts'
import type { CityMap } from '../map.ts'
import { ringsOf } from '../map.ts'
import type { MapFault, MapFaultAt } from '../rules/geojson.ts'

const spotsIn = ({ areas }: Pick<CityMap, 'areas'>) =>
  areas.reduce((sum, area) => sum + ringsOf(area).flat().length, 0)
type Held = Pick<CityMap, 'areas' | 'labels' | 'landmarks'>

const faults: Readonly<Record<MapFault, (found: string) => string>> = {
  'map-too-large': () => 'ファイルが大きすぎます。10MBまでです。',
  'map-not-json': () => 'JSONとして読めません。GeoJSONで保存し直してください。',
  'map-not-collection': () => 'GeoJSONのFeatureCollectionではありません。',
  'map-other-datum': (f) =>
    `座標の種類が違います(${f})。緯度・経度(EPSG:4326、JGD2011なら6668)で保存し直してください。`,
  'map-no-outline': () => '市や地区の形(PolygonかMultiPolygon)が1つもありません。',
  'map-too-many': (f) => `形が細かすぎます(${f}点)。5万点までに簡単にしてください。`,
  'map-geometry': (f) =>
    `「${f}」は使えません。形はPolygonかMultiPolygon、名前の位置はPointで書いてください。`,
  'map-ring-short': (f) => `線の点が足りません(${f}点)。4点以上が要ります。`,
  'map-ring-open': (f) => `線が閉じていません。最後の点(${f})を、最初の点と同じにしてください。`,
  'map-outside-japan': (f) => `日本の外の位置です(${f})。経度、緯度の順で書いてください。`,
  'map-turned': (f) => `緯度と経度が入れかわっています(${f})。経度、緯度の順で書いてください。`,
  'map-unknown-district': (f) =>
    `地区「${f}」は、今の地区の一覧にありません。地区の名前を同じにしてください。`,
  'map-point-unnamed': (f) =>
    `点(${f})に名前がありません。「地区」か「目印」に名前を書いてください。`,
  'map-name-long': (f) => `名前が長すぎます:「${f}」`,
  'map-many-landmarks': (f) => `目印が多すぎます(${f}か所)。60か所までです。`,
}

export const ja = {
  title: '市の地図',
  lead: '声を届ける人が場所を選ぶ地図と、公表した声の地図に使います。ほかの会社の地図は使いません。',
  none: '地図は、まだありません。',
  noneText: '地図がない間は、地区の名前と言葉で場所を聞きます。',
  now: '今の地図',
  says: '市の形と地区の名前、目印の場所',
  holds: (map: Held) =>
    `形の点 ${spotsIn(map)}、地区の名前 ${map.labels.length}、目印 ${map.landmarks.length}`,
  unnamed: (names: string) => `地図に名前の位置がない地区: ${names}`,
  source: (text: string) => `出典: ${text}`,
  noSource: '出典が書かれていません。ファイルのいちばん外側に「出典」を書くと、地図の下に出ます。',
  export: 'GeoJSONで受け取る',
  takeIn: '地図を読み込む',
  takeInLead:
    '市の形のGeoJSONを1つ読み込みます。国土数値情報の行政区域などから作れます。前の地図と入れかわります。',
  file: 'ファイル',
  fileHint:
    'GeoJSON(緯度・経度)、10MBまで。「地区」に地区の名前、「目印」に役所や港などの名前を書きます。約10mより細かい形は簡単にします。',
  noFile: 'ファイルを選んでください。',
  go: '読み込む',
  remove: '地図を外す',
  removeLead: '地図で場所を選ぶことと、声の地図がなくなります。届いた声の位置はそのままです。',
  faultAt: ({ feature, fault, found }: MapFaultAt) =>
    feature ? `${feature}番目の図形: ${faults[fault](found)}` : faults[fault](found),
  done: { 'map-taken': '読み込みました。', 'map-removed': '外しました。' } as Readonly<
    Record<string, string>
  >,
  link: '市の地図を見る・読み込む',
}
export type MapMessages = typeof ja

const faultsEn: typeof faults = {
  'map-too-large': () => 'The file is too large; at most 10 MB.',
  'map-not-json': () => 'It cannot be read as JSON. Please save it as GeoJSON.',
  'map-not-collection': () => 'It is not a FeatureCollection of GeoJSON.',
  'map-other-datum': (f) =>
    `Other coordinates (${f}). Please save it in latitude and longitude (EPSG:4326, or 6668).`,
  'map-no-outline': () => 'There is no land in it (Polygon or MultiPolygon).',
  'map-too-many': (f) => `Too fine (${f} positions); please simplify it to at most 50,000.`,
  'map-geometry': (f) =>
    `“${f}” cannot be used. Land is a Polygon or MultiPolygon, a name stands at a Point.`,
  'map-ring-short': (f) => `A ring has too few positions (${f}); it needs four or more.`,
  'map-ring-open': (f) => `A ring is not closed: its last position (${f}) is not its first.`,
  'map-outside-japan': (f) => `Outside of Japan (${f}). Longitude comes first.`,
  'map-turned': (f) => `Latitude and longitude are exchanged (${f}). Longitude comes first.`,
  'map-unknown-district': (f) => `There is no district “${f}” in the list of today.`,
  'map-point-unnamed': (f) => `The point (${f}) has no name in “地区” or “目印”.`,
  'map-name-long': (f) => `Too long: “${f}”`,
  'map-many-landmarks': (f) => `Too many landmarks (${f}); at most 60.`,
}

export const en: MapMessages = {
  title: 'Map of the city',
  lead: 'On it people choose the place of their voice, and published voices are counted. No other company’s maps are used.',
  none: 'There is no map yet.',
  noneText: 'Until there is one, places are told by district and in words.',
  now: 'The map as it is',
  says: 'The outline of the city, its districts and landmarks',
  holds: (map) =>
    `${spotsIn(map)} positions, ${map.labels.length} names of districts, ${map.landmarks.length} landmarks`,
  unnamed: (names) => `Districts without a place on the map: ${names}`,
  source: (text) => `Source: ${text}`,
  noSource: 'No source is given. Write “出典” at the top of the file: it stands under every map.',
  export: 'Get as GeoJSON',
  takeIn: 'Take in a map',
  takeInLead:
    'One GeoJSON of the city’s outline, for example from 国土数値情報. It takes the place of the one before.',
  file: 'File',
  fileHint:
    'GeoJSON in latitude and longitude, up to 10 MB. Names of districts in “地区”, of landmarks in “目印”. What is finer than ten metres is simplified.',
  noFile: 'Please choose a file.',
  go: 'Take in',
  remove: 'Remove the map',
  removeLead:
    'Nobody can choose on the map any more, and the map of voices goes. Places told before stay.',
  faultAt: ({ feature, fault, found }) =>
    feature ? `Feature ${feature}: ${faultsEn[fault](found)}` : faultsEn[fault](found),
  done: { 'map-taken': 'Taken in.', 'map-removed': 'Removed.' },
  link: 'See or take in the map of the city',
}

export const mapWords = (view: Pick<View, 'locale'>): MapMessages => toldIn(view, { ja, en })
