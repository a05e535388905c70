import { pressEdge } from './press-boxes.ts'
import { toneMarks } from './template-tones.ts'
import { saying } from './template-words.ts'

/**
 * 広報の紙面. Two columns on a first page that is set in one size of letters, the largest in which all
 * of it has room; a table and the way to answer on a second. Holds no words of its own.
 */
export const bulletinTemplate = `
#let d = json("data.json")
// Typst keeps what it laid out for as long as nothing changed that its functions hold. What every page is set
// with, and all of the second, therefore hold these and not d: a word typed on the first sets the first alone.
#let press = d.press
#let foot = d.foot
#let with-ruby = d.ruby

#let ink = if press { cmyk(100%, 62%, 22%, 30%) } else { rgb("#163f5f") }
#let sea = if press { cmyk(88%, 34%, 55%, 22%) } else { rgb("#1d6c67") }
#let vermilion = if press { cmyk(10%, 90%, 95%, 8%) } else { rgb("#bf3420") }
#let body-colour = if press { cmyk(0%, 0%, 0%, 100%) } else { rgb("#20282d") }
#let pure-black = if press { cmyk(0%, 0%, 0%, 100%) } else { black }
#let quiet = if press { cmyk(0%, 0%, 0%, 70%) } else { rgb("#56646c") }
#let hair = if press { cmyk(28%, 12%, 16%, 8%) } else { rgb("#b4c6c7") }
#let tint = if press { cmyk(12%, 3%, 7%, 0%) } else { rgb("#e9f1f0") }
#let sand = if press { cmyk(3%, 4%, 9%, 0%) } else { rgb("#f5f2ea") }
#let idle-fill = if press { cmyk(14%, 6%, 8%, 8%) } else { rgb("#d3dcdd") }

#let gothic = "BIZ UDGothic"
#let mincho = "BIZ UDMincho"

${saying}
${toneMarks}

// ── The sheet, with room around it for the printer's marks. ──

#let bleed = ${pressEdge.bleed}mm
#let slug = if press { ${pressEdge.slug}mm } else { 0mm }
#let side = 15mm
#let inner = 180mm

#set document(
  title: d.name, author: d.author,
  date: datetime(year: d.date.year, month: d.date.month, day: d.date.day),
)

#let crop-marks = for (x, dx) in ((slug, -1), (slug + 210mm, 1)) { for (y, dy) in ((slug, -1), (slug + 297mm, 1)) {
  let far = 12mm
  let near = bleed + 1mm
  place(top + left, line(start: (x + dx * near, y), end: (x + dx * far, y), stroke: 0.3pt + pure-black))
  place(top + left, line(start: (x, y + dy * near), end: (x, y + dy * far), stroke: 0.3pt + pure-black))
} }

#let ribbon(word) = place(top + right, dx: -slug, dy: slug, box(width: 42mm, height: 42mm, clip: true, {
  place(polygon(fill: vermilion, (12mm, 0mm), (25mm, 0mm), (42mm, 17mm), (42mm, 30mm)))
  place(center + horizon, dx: 8mm, dy: -8mm, rotate(45deg, box(text(size: 13pt, weight: "bold", fill: white, word))))
}))

#set page(
  width: 210mm + 2 * slug, height: 297mm + 2 * slug, fill: if d.paperless { none } else { auto },
  margin: (x: side + slug, top: 14mm + slug, bottom: 17mm + slug),
  footer-descent: 4.5mm,
  footer: context {
    set text(9pt, fill: quiet)
    grid(columns: (1fr, auto), align: bottom, foot, text(11pt, fill: ink, weight: "bold", [#counter(page).display()]))
  },
  background: pdf.artifact({
    // The band runs off the paper: it is what needs the bleed.
    let over = if press { bleed } else { 0mm }
    place(top + left, dx: slug - over, dy: slug - over, rect(width: 210mm + 2 * over, height: 5mm + over, fill: sea))
    if press { crop-marks }
  }),
  foreground: if d.stamp != none { pdf.artifact(ribbon(d.stamp)) },
)

#set text(
  font: gothic, size: 11pt, lang: d.lang, fill: body-colour, fallback: false, cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em,
)
#let open-leading = if with-ruby { 0.82em } else { 0.66em }
#set par(linebreaks: "simple", leading: open-leading, spacing: 0.75em, justify: true)
#set block(above: 0pt, below: 0pt)
#show heading: it => { set par(justify: false); block(above: 0pt, below: 0pt, it.body) }
#show figure: set block(breakable: false)

// The first of a list that fits, where all after it fit too: half of them need not be tried.
#let first-fit(list, fits) = {
  let (low, high) = (0, list.len())
  while low < high {
    let middle = calc.quo(low + high, 2)
    if fits(list.at(middle)) { high = middle } else { low = middle + 1 }
  }
  if low < list.len() { list.at(low) }
}

#let ragged(body) = { set par(justify: false); body }
#let head(level, body) = block(width: 100%, sticky: true, below: 2.6mm, fill: sea, radius: 0.8mm, inset: (x: 3mm, y: 1.7mm),
  heading(level: level, text(1.12em, fill: white, weight: "bold", body)))

// ── The head of the page ──

#let slogan-cell(c, size) = box(width: size, height: size * 1.04, align(center + horizon, {
  if c.turned { rotate(90deg, c.letter) }
  else if c.corner { move(dx: size * 0.6, dy: -size * 0.6, c.letter) }
  else if c.small { move(dx: size * 0.09, dy: -size * 0.06, c.letter) }
  else { c.letter }
}))

#let slogan-box = if d.slogan.len() > 0 {
  let longest = calc.max(..d.slogan.map(l => l.len()))
  let size = calc.min(17pt, 47mm / (longest + 1.2 * (d.slogan.len() - 1)))
  figure(kind: "slogan", supplement: none, alt: d.slogan-name + " " + d.slogan-text, block(
    stroke: 1pt + vermilion, radius: 0.8mm, inset: (x: 4mm, y: 4mm),
    {
      set text(size, font: mincho, fill: body-colour)
      grid(columns: d.slogan.len(), column-gutter: size * 0.5, align: top,
        // From right to left, each line begins a step lower than the one before.
        ..d.slogan.enumerate().rev().map(((i, letters)) => {
          v(size * 1.04 * i * 0.9)
          stack(dir: ttb, ..letters.map(c => slogan-cell(c, size)))
        }))
      align(center, block(above: 2.5mm, text(7.5pt, font: gothic, fill: vermilion, d.slogan-name)))
    }))
}


#let top-of-page = grid(columns: (1fr, auto), column-gutter: 7mm, align: (left + bottom, right + top), {
  text(11.5pt, fill: vermilion, weight: "bold", tracking: 0.05em, d.kicker)
  block(above: 4mm, text(17pt, font: mincho, fill: ink, weight: "bold", d.over))
  block(above: 2.5mm, heading(level: 1, {
    set par(leading: if d.ruby { 0.5em } else { 0.22em })
    text(31pt, font: mincho, fill: ink, weight: "bold", say(d.title))
  }))
  v(1mm)
}, slogan-box)

#let strip = block(width: 100%, fill: tint, radius: 1.2mm, inset: (x: 5mm, y: 3.4mm), grid(
  columns: (auto, 1fr), column-gutter: 4mm, align: horizon,
  {
    text(10pt, weight: "bold", fill: ink, d.total.word); h(2mm)
    text(30pt, weight: "bold", fill: ink, str(d.total.count)); h(0.8mm)
    text(11pt, weight: "bold", fill: ink, d.total.unit)
  },
  {
    grid(columns: (1fr,) * d.counts.len(), align: center, stroke: (x, _) => (left: 0.6pt + hair),
      ..d.counts.map(c => {
        box(baseline: 12%, tone-mark(c.tone, 10.5pt)); h(0.9mm); text(if d.counts.len() > 4 { 8pt } else { 9pt }, weight: "bold", c.word); linebreak()
        text(20pt, weight: "bold", fill: if c.tone == "care" { vermilion } else { ink }, str(c.count))
      }))
  },
))

// ── What stands in the columns ──

#let indented(lines) = { set par(first-line-indent: (amount: 1em, all: true)); paragraphs(lines) }

#let told(part) = {
  head(2, say(part.title))
  indented(part.lines)
}

#let chart = if d.chart != none {
  head(2, d.chart.title)
  for b in d.chart.bars {
    block(width: 100%, below: 1.15em, breakable: false, {
      grid(columns: (1fr, auto), align: bottom,
        { set par(justify: false, leading: 0.25em); text(0.84em, fill: sea, weight: "bold", b.lead); h(0.6em); text(0.86em, weight: "bold", say(b.label)) },
        text(0.82em, fill: quiet, [#b.total#d.total.unit]))
      block(above: 0.4em, bars-stack(b.parts, b.total, 1.25em, 0.82em))
      block(above: 0.4em, text(0.8em, ragged(b.parts.map(p => box({ box(baseline: 12%, tone-mark(p.tone, 0.9em)); h(0.25em); p.word; h(0.3em); text(weight: "bold", str(p.count)) })).join(h(0.9em)))))
    })
  }
}

#let answer = block(width: 100%, fill: sand, radius: 1.2mm, inset: (x: 6mm, y: 4.6mm), breakable: false, grid(
  columns: (1fr, auto), column-gutter: 7mm, align: (left + horizon, center + horizon),
  {
    block(below: 2.4mm, heading(level: 2, text(13pt, weight: "bold", fill: ink, say(d.call.title))))
    paragraphs(d.call.lines)
    block(above: 2.6mm, text(10pt, weight: "bold", d.call.contact))
    block(above: 1.6mm, text(8.5pt, fill: quiet, d.call.code.address))
  },
  qr(d.call.code, 27mm),
))

#let two-pages = d.table != none or d.alarms != none

// ── The first page ──

#top-of-page
#v(3mm)
#pdf.artifact(line(length: 100%, stroke: 1.4pt + sea))
#v(3.2mm)
#strip
#block(above: 1.4mm, width: 100%, align(right, text(8.5pt, fill: quiet, d.as-of)))
#v(3mm)

#let photo(height) = if d.photo != none {
  block(below: 0.35em, image("photo.jpg", width: 100%, height: height, fit: "cover", alt: d.photo.alt))
  block(below: 0.9em, { set par(justify: false, leading: 0.3em); text(0.76em, fill: quiet, { if d.photo.caption.len() > 0 { text(fill: body-colour, say(d.photo.caption)); h(0.8em) }; d.photo.credit }) })
}
// A photograph is as high as the words leave room: from a third of the column down to a strip.
#let heights = if d.photo == none { (0mm,) } else { (58mm, 52mm, 46mm, 40mm, 34mm) }

#let left-column(scale, high) = {
  block(below: 0.9em, heading(level: 2, text(1.6em, font: mincho, fill: ink, weight: "bold", { set par(leading: 0.3em); say(d.story.title) })))
  if high > 0mm { photo(high) }
  block({ set text(scale * 1em); indented(d.story.lines) })
  for part in d.told.slice(0, calc.min(1, d.told.len())) { v(1fr); v(0.9em); told(part) }
}
#let right-column(high) = {
  chart
  if high > 0mm { v(0.5em); photo(high) }
  for (i, part) in d.told.slice(calc.min(1, d.told.len())).enumerate() { if i > 0 or d.chart != none { v(1fr) }; v(0.3em); told(part) }
}

#let wide = 86.5mm
// The same letters on both sides: the largest in which both have room.
#let sizes = (13.5pt, 12.5pt, 12pt, 11.5pt, 11pt, 10.5pt, 10pt)
#block(width: 100%, height: 1fr, layout(room => {
  let foot-height = if two-pages { 0pt } else { measure(width: room.width, answer).height + 6mm }
  let height = room.height - foot-height
  let needs(body, size) = measure(width: wide, { set text(size); body }).height
  // A photograph stands in the column that is shorter without it.
  let in-right = needs(right-column(0mm), 11.5pt) < needs(left-column(1, 0mm), 11.5pt)
  let left(scale, high) = left-column(scale, if in-right { 0mm } else { high })
  let right(high) = right-column(if in-right { high } else { 0mm })
  let fits(size, high) = needs(left(1, high), size) <= height and needs(right(high), size) <= height
  // Rather a lower photograph than small letters.
  let least = first-fit((12.5pt, 11.5pt, 10.5pt), s => fits(s, heights.last()))
  let high = if least == none { heights.last() } else { first-fit(heights, h => fits(least, h)) }
  let chosen = first-fit(sizes, s => fits(s, high))
  if chosen == none { [#metadata("columns") <overfull>] }
  let size = if chosen == none { sizes.last() } else { chosen }
  // A short lead story is set larger, as a newspaper does.
  let scale = first-fit((1.24, 1.18, 1.12, 1.06, 1), s => s == 1 or needs(left(s, high), size) <= height - 5mm)
  set text(size)
  grid(columns: (wide, 1fr, wide), rows: height, left(scale, high),
    align(center, pdf.artifact(line(angle: 90deg, length: height, stroke: 0.5pt + hair))), right(high))
  if not two-pages { v(6mm); answer }
}))

// ── The second page ──

#let cells(r) = (
  { mark(r.shape, 1.15em); linebreak(); text(0.76em, r.word) },
  { text(weight: "bold", { text(0.88em, fill: sea, r.code); h(0.5em); say(r.title) }); linebreak(); text(0.82em, fill: quiet, r.section) },
  { box(baseline: 12%, tone-mark(r.tone, 1.1em)); h(0.35em); text(weight: "bold", r.state) },
  paragraphs(r.lines),
)

#let items(t, airy) = {
  head(2, text(13pt, t.title))
  set par(leading: if with-ruby { 0.62em } else { 0.32em }, justify: false)
  table(
    columns: (14mm, 56mm, 31mm, 1fr),
    inset: (x, y) => (x: if x == 0 { 0.6mm } else { 2mm }, y: airy * 0.17em),
    align: (x, y) => if y == 0 or x == 0 { center + horizon } else { left + horizon },
    fill: (_, y) => if y == 0 { tint } else if calc.even(y) { sand },
    stroke: (x, y) => (top: if y == 0 { 1.1pt + sea } else { 0.5pt + hair }, bottom: 0.5pt + hair),
    table.header(..t.heads.map(h => text(0.9em, weight: "bold", fill: ink, h))),
    ..t.rows.map(cells).flatten(),
  )
  if t.rest != "" { block(above: 2mm, text(9pt, fill: quiet, t.rest)) }
}

#let watched(a) = block(width: 100%, stroke: 1pt + vermilion, radius: 1.2mm, inset: (x: 5mm, y: 3.2mm), breakable: false, {
  block(below: 1.8mm, heading(level: 2, text(12pt, fill: vermilion, weight: "bold", { box(baseline: 12%, tone-mark("care", 1em)); h(0.4em); a.title })))
  set par(leading: 0.4em)
  list(marker: text(fill: vermilion, "・"), body-indent: 0.2em, spacing: 0.5em, ..a.items.map(l => ragged(say(l))))
})

#let second(all, alarms) = airy => {
  if all != none { items(all, airy) }
  if alarms != none { v(5mm); watched(alarms) }
}

#if two-pages {
  pagebreak()
  let second = second(d.table, d.alarms)
  layout(room => {
    let needs(body, size) = measure(width: room.width, { set text(size); body }).height
    let height = room.height - needs(answer, 11pt) - 6mm
    let size = first-fit((11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt), s => needs(second(2), s) <= height)
    if size == none { [#metadata("table") <overfull>] }
    let size = if size == none { 8.5pt } else { size }
    let airy = first-fit((5, 4, 3, 2.4, 2), a => a == 2 or needs(second(a), size) <= height)
    { set text(size); second(airy) }
  })
  v(1fr)
  block(above: 5mm, answer)
}
`
