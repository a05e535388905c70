import type { CommitteeId, JudgementId, RemarkId } from './judging.ts'

const desk = '/desk/progress/judging'
const one = (id: CommitteeId | ':id') => `${desk}/${id === ':id' ? ':id{cmt_[a-z0-9]+}' : id}`

/** A pattern for the router where `':id'` is given, else an address. */
export const urls = {
  desk,
  own: `${desk}/own`,
  judgement: (id: JudgementId | ':id') => `${desk}/items/${id}`,
  answers: `${desk}/answers`,
  answer: (id: RemarkId | ':id') => `${desk}/answers/${id}`,
  answerStep: (id: RemarkId | ':id', step: string) => `${desk}/answers/${id}/${step}`,
  carry: (id: RemarkId | ':id') => `${desk}/answers/${id}/carry`,
  missing: (year: number | ':year{[0-9]{4}}') => `${desk}/missing/${year}`,
  mine: `${desk}/mine`,
  one,
  step: (id: CommitteeId | ':id', step: string) => `${one(id)}/steps/${step}`,
  members: (id: CommitteeId | ':id') => `${one(id)}/members`,
  leave: (id: CommitteeId | ':id') => `${one(id)}/members/leave`,
  division: (id: CommitteeId | ':id') => `${one(id)}/division`,
  propose: (id: CommitteeId | ':id') => `${one(id)}/division/propose`,
  recuse: (id: CommitteeId | ':id') => `${one(id)}/recuse`,
  unrecuse: (id: CommitteeId | ':id') => `${one(id)}/unrecuse`,
  waive: (id: CommitteeId | ':id') => `${one(id)}/waive`,
  unwaive: (id: CommitteeId | ':id') => `${one(id)}/unwaive`,
  meeting: (id: CommitteeId | ':id', item: string) => `${one(id)}/meeting/${item}`,
  paper: (id: CommitteeId | ':id', item: string, member: string) =>
    `${one(id)}/paper/${item}/${member}`,
  papers: (id: CommitteeId | ':id') => `${one(id)}/papers.pdf`,
  sheet: (id: CommitteeId | ':id') => `${one(id)}/sheet.pdf`,
  marks: (id: CommitteeId | ':id') => `${one(id)}/marks.csv`,
  member: (id: CommitteeId | ':id') => `${one(id)}/mine`,
  memberItem: (id: CommitteeId | ':id', item: string) => `${one(id)}/mine/${item}`,
  public: (year: number | ':year{[0-9]{4}}') => `/plans/${year}/judgement`,
  file: (year: number | ':year{[0-9]{4}}', name: string) => `/plans/${year}/judgement/${name}`,
} as const
