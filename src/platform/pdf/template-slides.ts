import { toneMarks } from './template-tones.ts'
import { colours, saying } from './template-words.ts'

/** 文字放送: 1920 × 1080 points, so that a picture at 72 dpi is a broadcast frame. A tenth stays free all around. */
export const slidesTemplate = `
#let d = json("data.json")
${colours}
#let idle-fill = rgb("#d3dcdd")
#let pure-black = black
#let gothic = "BIZ UDGothic"
#let mincho = "BIZ UDMincho"
${saying}
${toneMarks}

#set document(
  title: d.name, author: d.author,
  date: datetime(year: d.date.year, month: d.date.month, day: d.date.day),
)
#set page(width: 1920pt, height: 1080pt, margin: (x: 192pt, y: 108pt))
#set text(
  font: gothic, size: 52pt, lang: d.lang, fill: body-colour, fallback: false, cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(linebreaks: "simple", leading: if d.ruby { 0.8em } else { 0.5em }, spacing: 0.8em, justify: false)
#set block(above: 0pt, below: 0pt)
#show heading: it => block(above: 0pt, below: 0pt, it.body)

#let edge = pdf.artifact({
  place(top + left, rect(width: 1920pt, height: 22pt, fill: sea))
  if d.stamp != none { place(top + right, dx: -192pt, dy: 44pt, text(34pt, fill: vermilion, weight: "bold", d.stamp)) }
})

#let titled(level, body) = block(width: 100%, below: 40pt, {
  heading(level: level, text(66pt, font: mincho, weight: "bold", fill: ink, body))
  block(above: 22pt, pdf.artifact(line(length: 120pt, stroke: 7pt + vermilion)))
})
#let footed(body) = place(bottom + left, text(34pt, fill: quiet, body))
// What stands between title and foot, in the largest of these sizes in which it has room.
#let foot-room = 76pt
#let fitted(sizes, make) = block(width: 100%, height: 1fr, inset: (bottom: foot-room), layout(room => {
  let size = sizes.find(s => measure(width: room.width, { set text(s); make(s) }).height <= room.height)
  let size = if size == none { sizes.last() } else { size }
  set text(size)
  v(1fr)
  make(size)
  v(1.3fr)
}))

#let cover(s) = page(fill: ink, background: pdf.artifact(for i in range(4) {
  place(bottom + right, dx: 160pt - i * 300pt, dy: 260pt, circle(radius: 205pt, stroke: 6pt + white.transparentize(82%)))
}), {
  set text(fill: white)
  v(1fr)
  text(58pt, s.over)
  block(above: 40pt, heading(level: 1, { set par(leading: 0.3em); text(104pt, font: mincho, weight: "bold", say(s.title)) }))
  block(above: 56pt, pdf.artifact(line(length: 170pt, stroke: 9pt + rgb("#79c2b8"))))
  block(above: 48pt, text(46pt, tracking: 0.1em, s.by))
  v(1.4fr)
})

#let counts(s) = page(background: edge, {
  titled(2, s.title)
  v(1fr)
  block(below: 50pt, { text(56pt, weight: "bold", s.total.word); h(30pt); text(150pt, weight: "bold", fill: ink, str(s.total.count)); h(12pt); text(60pt, weight: "bold", s.total.unit) })
  grid(columns: (1fr,) * s.counts.len(), column-gutter: 24pt,
    ..s.counts.map(c => block(width: 100%, fill: tint, radius: 14pt, inset: (x: 10pt, y: 34pt), align(center, {
      tone-mark(c.tone, 72pt); linebreak()
      text(42pt, weight: "bold", c.word); linebreak()
      text(110pt, weight: "bold", fill: if c.tone == "care" { vermilion } else { ink }, str(c.count))
    }))))
  v(1.2fr)
  footed(s.foot)
})

#let bars(s) = page(background: edge, {
  titled(2, s.title)
  let used = s.bars.map(b => b.parts).flatten().map(p => p.tone).dedup()
  fitted((38pt, 34pt, 30pt, 26pt), size => grid(
    columns: (590pt, 1fr), row-gutter: size * 0.7, column-gutter: 36pt, align: horizon,
    ..s.bars.map(b => (
      { set par(leading: 0.2em); text(0.92em, fill: sea, weight: "bold", b.lead); linebreak(); text(weight: "bold", say(b.label)) },
      { block(bars-stack(b.parts, b.total, size * 1.55, size * 1.1, scale: 3.5))
        block(above: 0.26em, text(0.9em, b.parts.map(p => box({ box(baseline: 12%, tone-mark(p.tone, 0.95em)); h(8pt); p.word; h(8pt); text(weight: "bold", str(p.count)) })).join(h(30pt)))) },
    )).flatten()))
  footed(s.foot)
})

#let words(s) = page(background: edge, {
  titled(2, say(s.title))
  fitted((72pt, 66pt, 60pt, 54pt, 48pt), size => {
    set par(leading: if d.ruby { 0.9em } else { 0.7em }, spacing: 1em)
    paragraphs(s.lines)
  })
  footed(s.foot)
})

#let photo(s) = page(background: edge, {
  titled(2, say(s.title))
  let words = { set par(leading: 0.35em); text(38pt, { if s.photo.caption.len() > 0 { say(s.photo.caption); h(1em) }; text(34pt, fill: quiet, s.photo.credit) }) }
  block(width: 100%, height: 1fr, inset: (bottom: foot-room), layout(room => {
    let under = measure(width: room.width, words).height
    block(image("photo.jpg", width: 100%, height: room.height - under - 22pt, fit: "contain", alt: s.photo.alt))
    block(width: 100%, above: 22pt, align(center, words))
  }))
  footed(s.foot)
})

#let rows(s) = page(background: edge, {
  titled(2, s.title)
  fitted((58pt, 54pt, 50pt, 46pt, 42pt), size => grid(
    columns: (size * 4.2, 1fr), row-gutter: size * 0.9, column-gutter: 20pt, align: (left + top, left + top),
    ..s.rows.map(r => ({ box(baseline: 12%, tone-mark(r.tone, 1em)); h(0.25em); text(0.94em, weight: "bold", r.state) }, { set par(leading: 0.35em); say(r.text) })).flatten()))
  footed(s.foot)
})

#let call(s) = page(background: edge, {
  titled(2, say(s.title))
  v(1fr)
  grid(columns: (1fr, auto), column-gutter: 80pt, align: horizon, {
    for l in s.lines { block(above: 40pt, { box(baseline: 2%, pdf.artifact(circle(radius: 17pt, fill: vermilion))); h(26pt); text(58pt, say(l)) }) }
    block(above: 70pt, text(54pt, weight: "bold", fill: ink, s.contact))
    // Nobody copies a whole address from a television: where the page is, and the code that leads to it.
    block(above: 30pt, text(38pt, fill: quiet, s.code.address.split("/").at(2, default: s.code.address)))
  }, qr(s.code, 420pt))
  v(1.4fr)
})

#let kinds = (cover: cover, counts: counts, bars: bars, text: words, photo: photo, list: rows, call: call)
#for s in d.slides { (kinds.at(s.kind))(s) }
`
