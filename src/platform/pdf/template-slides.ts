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
#let footed(body) = place(bottom + left, text(30pt, fill: quiet, body))

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
      text(46pt, weight: "bold", c.word); linebreak()
      text(110pt, weight: "bold", fill: if c.tone == "care" { vermilion } else { ink }, str(c.count))
    }))))
  v(1.2fr)
  footed(s.foot)
})

#let bars(s) = page(background: edge, {
  titled(2, s.title)
  let used = s.bars.map(b => b.parts).flatten().map(p => p.tone).dedup()
  grid(columns: (560pt, 1fr), row-gutter: 30pt, column-gutter: 36pt, align: horizon,
    ..s.bars.map(b => (
      { set par(leading: 0.2em); text(36pt, fill: sea, weight: "bold", b.lead); linebreak(); text(38pt, weight: "bold", say(b.label)) },
      { block(bars-stack(b.parts, b.total, 62pt, 42pt))
        block(above: 10pt, text(34pt, b.parts.map(p => box({ box(baseline: 12%, tone-mark(p.tone, 32pt)); h(8pt); p.word; h(8pt); text(weight: "bold", str(p.count)) })).join(h(30pt)))) },
    )).flatten())
  footed(s.foot)
})

#let words(s) = page(background: edge, {
  titled(2, say(s.title))
  v(1fr)
  { set text(72pt); set par(leading: if d.ruby { 0.9em } else { 0.7em }); paragraphs(s.lines) }
  v(1.6fr)
  footed(s.foot)
})

#let rows(s) = page(background: edge, {
  titled(2, s.title)
  v(12pt)
  grid(columns: (350pt, 1fr), row-gutter: 54pt, column-gutter: 20pt, align: (left + top, left + top),
    ..s.rows.map(r => ({ box(baseline: 12%, tone-mark(r.tone, 54pt)); h(14pt); text(50pt, weight: "bold", r.state) }, text(54pt, say(r.text)))).flatten())
  footed(s.foot)
})

#let call(s) = page(background: edge, {
  titled(2, say(s.title))
  v(1fr)
  grid(columns: (1fr, auto), column-gutter: 80pt, align: horizon, {
    paragraphs(s.lines)
    block(above: 50pt, text(54pt, weight: "bold", fill: ink, s.contact))
    block(above: 30pt, text(26pt, fill: quiet, s.code.address))
  }, qr(s.code, 420pt))
  v(1.4fr)
})

#let kinds = (cover: cover, counts: counts, bars: bars, text: words, list: rows, call: call)
#for s in d.slides { (kinds.at(s.kind))(s) }
`
