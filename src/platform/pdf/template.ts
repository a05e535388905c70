import { barBlocks } from './template-bars.ts'
import { letterBlocks } from './template-letter.ts'
import { colours, saying } from './template-words.ts'

/**
 * The page. It holds no words of any document: everything it prints comes from data.json, which
 * prepare.ts writes. Kept as a string so that a bundle has no file to look for.
 */
export const template = `
#let d = json("data.json")

${colours}
#let margin = 20mm

#let gothic = "BIZ UDGothic"
#let mincho = "BIZ UDMincho"
// Letters fill their em box (see top-edge): a line's pitch is 1em + leading.
#let tight = if d.ruby { 0.62em } else { 0.32em }
#let open-leading = if d.ruby { 0.8em } else { 0.62em }
#let cell-leading = if d.ruby { 0.68em } else { 0.4em }

${saying}
// ── Letters ──
${letterBlocks}
// ── The sheet ──

#set document(
  title: d.name,
  author: d.author,
  date: datetime(year: d.date.year, month: d.date.month, day: d.date.day),
)

#let ribbon-size(word) = calc.min(17, 78 / calc.max(1, word.clusters().len())) * 1pt

#let ribbon(word) = place(top + right, box(width: 42mm, height: 42mm, clip: true, {
  place(polygon(fill: vermilion, (5mm, 0mm), (20mm, 0mm), (42mm, 22mm), (42mm, 37mm)))
  place(center + horizon, dx: 6.2mm, dy: -6.2mm, rotate(45deg, box(
    text(size: ribbon-size(word), weight: "bold", fill: white, word),
  )))
}))

#set page(
  paper: "a4",
  flipped: d.landscape,
  margin: (x: margin, top: 24mm, bottom: 20mm),
  header-ascent: 6.5mm,
  footer-descent: 7.5mm,
  header: context if here().page() > 1 and not d.letters {
    set text(8pt, fill: quiet)
    grid(columns: (1fr, auto), column-gutter: 8mm, d.running, if d.stamp == none { d.author } else [#d.author#h(13mm)])
    v(-0.55em)
    line(length: 100%, stroke: 0.5pt + hair)
  },
  footer: context if not d.letters {
    set text(8pt, fill: quiet)
    align(center, [#counter(page).display() / #counter(page).final().first()])
  },
  // Said in so many words: Typst does not see by itself that words in the foreground are no content,
  // and refuses a table that crosses pages under them.
  background: if d.letters { fold-marks },
  foreground: if d.stamp != none { pdf.artifact(ribbon(d.stamp)) },
)

#set text(
  font: gothic, size: 10pt, lang: d.lang, fill: body-colour, fallback: false, cjk-latin-spacing: none,
  top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(linebreaks: "simple", leading: open-leading, spacing: 0.9em, justify: true)

// ── Headings. Level 1 is the title. ──

#show heading: it => { set par(justify: false); block(above: 0pt, below: 0pt, it.body) }

#let ragged(body) = { set par(justify: false); body }

#let parted(text-line, lead) = if lead == none { say(text-line) } else {
  grid(columns: (auto, auto, 1fr), column-gutter: 3.2mm, align: horizon,
    say(lead), pdf.artifact(line(angle: 90deg, length: 1.05em, stroke: 0.6pt + white.transparentize(35%))), say(text-line))
}

#let band(block-data) = block(
  width: 100%, above: 7.6mm, below: 3mm, sticky: true, breakable: false,
  fill: sea, radius: 1.2mm, inset: (x: 4mm, y: 2.3mm),
  heading(level: block-data.level, {
    set text(13pt, fill: white, weight: "bold"); set par(leading: tight)
    parted(block-data.text, block-data.lead)
  }),
)

#let tag(word) = box(fill: ink, radius: 0.8mm, inset: (x: 1.9mm, y: 0.8mm), text(8.5pt, fill: white, word))

#let section(b) = block(
  width: 100%, above: 5.2mm, below: 2.4mm, sticky: true, breakable: false,
  heading(level: b.level, {
    set text(10.5pt, fill: ink, weight: "bold"); set par(leading: tight)
    grid(
      columns: (auto, 1fr), column-gutter: 2.4mm,
      if b.tag != none { tag(b.tag) }
      else { pdf.artifact(box(inset: (top: 0.6mm), square(size: 2.5mm, fill: sea))) },
      box(inset: (top: if b.tag != none { 0.45mm } else { 0mm }), width: 100%, say(b.text)),
    )
  }),
)

// ── Blocks ──

#let cover() = block(
  width: 100%, below: 9mm, fill: ink, clip: true,
  outset: (x: margin, top: 24mm), inset: (top: 4mm, bottom: 9mm),
  {
    // The joined circles of the four steps again, drifting off the page.
    pdf.artifact(place(bottom + right, dx: 24mm, dy: 27mm, for i in range(4) {
      place(bottom + right, dx: -i * 30mm, circle(radius: 20.5mm, stroke: 0.8pt + white.transparentize(80%)))
    }))
    set par(justify: false, leading: if d.ruby { 0.65em } else { 0.25em })
    set text(fill: white)
    set block(above: 0pt, below: 0pt)
    if d.over != none or d.stamp != none {
      block(below: if d.ruby { 7mm } else { 3.6mm }, text(13pt, tracking: 0.05em, {
        if d.over != none { say(d.over) }
        if d.stamp != none {
          h(0.8em)
          box(stroke: 0.8pt + white, radius: 0.8mm, inset: (x: 2mm, y: 0.7mm), baseline: 0.9mm, text(10pt, weight: "bold", tracking: 0em, d.stamp))
        }
      }))
    }
    heading(level: 1, text(d.title-size * 1pt, font: mincho, weight: "bold", say(d.title)))
    if d.subtitle != none { block(above: 4.6mm, text(12pt, say(d.subtitle))) }
    block(above: 8mm, below: 3mm, pdf.artifact(line(length: 16mm, stroke: 1.6pt + rgb("#79c2b8"))))
    block(text(10.5pt, tracking: 0.14em, d.author))
  },
)

#let narrative(b) = block(width: 100%, above: 7mm, below: 7mm, {
  if b.title != none { block(below: 3.2mm, sticky: true, text(12pt, weight: "bold", fill: ink, ragged(say(b.title)))) }
  block(
    width: 100%, stroke: (left: 1.6pt + sea), inset: (left: 5mm),
    { set text(11pt, font: mincho); set par(leading: if d.ruby { 0.85em } else { 0.72em }, spacing: 1em); paragraphs(b.lines) },
  )
})

#let facts(b) = block(width: 100%, above: 5mm, below: 5mm, grid(
  columns: (auto, 1fr), inset: (x, y) => (left: if x == 0 { 0mm } else { 8mm }, y: if d.ruby { 2.6mm } else { 2mm }),
  stroke: (_, y) => (bottom: 0.5pt + hair, top: if y == 0 { 0.5pt + hair }),
  ..b.pairs.map(p => (
    text(weight: "bold", fill: sea, ragged(say(p.name))),
    { set par(leading: cell-leading, spacing: 0.5em); paragraphs(p.lines) },
  )).flatten(),
))

#let goals(b) = block(
  width: 100%, above: 7mm, below: 7mm, fill: sand, radius: 1.2mm, inset: (x: 6mm, y: 4.6mm), breakable: false,
  {
    if b.title != none { block(below: 3.4mm, text(10.5pt, weight: "bold", ragged(say(b.title)))) }
    set par(leading: tight)
    enum(
      numbering: n => box(width: 5mm, height: 1em, baseline: 0.12em,
        place(center + horizon, circle(radius: 2.5mm, fill: sea, inset: 0pt,
          align(center + horizon, text(9pt, fill: white, weight: "bold", str(n)))))),
      body-indent: 2.6mm, spacing: 2.9mm, number-align: start + top,
      ..b.items.map(i => text(10.5pt, ragged(say(i)))),
    )
  },
)

#let steps(b) = {
  let n = b.steps.len()
  let r = calc.min(16, 170 / (2 + (n - 1) * 1.72) - 1) * 1mm
  let pitch = r * 1.72
  block(width: 100%, above: 7mm, below: 7mm, breakable: false, {
    if b.title != none { block(below: 4mm, text(10.5pt, weight: "bold", fill: ink, ragged(say(b.title)))) }
    let colour(i) = color.mix((sea, 100% - i / calc.max(1, n - 1) * 100%), (ink, i / calc.max(1, n - 1) * 100%))
    align(center, box(width: pitch * (n - 1) + r * 2, {
      box(width: 100%, height: r * 2, {
        pdf.artifact({
          for i in range(n) { place(dx: pitch * i, circle(radius: r, fill: colour(i).transparentize(89%))) }
          for i in range(n) { place(dx: pitch * i, circle(radius: r, stroke: 1.3pt + colour(i))) }
          for i in range(n - 1) {
            let x = pitch * i + r + pitch / 2
            place(dx: x - 0.75mm, dy: r - 1.1mm, polygon(fill: colour(i + 0.5), (0mm, 0mm), (1.7mm, 1.1mm), (0mm, 2.2mm)))
          }
        })
        for (i, s) in b.steps.enumerate() {
          place(dx: pitch * i, box(width: r * 2, height: r * 2, align(center + horizon,
            text(calc.min(17, r / 1mm * 1.1) * 1pt, font: mincho, weight: "bold", fill: colour(i).darken(12%), say(s.word)))))
        }
      })
      v(2.2mm, weak: true)
      grid(columns: (pitch,) * n, ..b.steps.map(s => {
        set par(leading: tight, justify: false)
        align(center, box(width: pitch - 1.5mm, text(9pt, say(s.gloss))))
      }))
    }))
  })
}

#let legend(b) = block(width: 100%, above: 3mm, below: 3mm, sticky: true, {
  set text(8.5pt)
  align(right, b.signs.map(s => box({ box(baseline: 0.75mm, mark(s.shape, 3.6mm)); h(1.2mm); s.word })).join(h(5mm)))
})

#let filled(cell, role) = if cell.kind == "sign" {
  align(center, { mark(cell.shape, 4.4mm); if cell.shape != "none" { v(0.7mm, weak: true) }; text(7.5pt, ragged(cell.word)) })
} else {
  set par(justify: cell.long, leading: cell-leading, spacing: cell-leading + 0.12em)
  if role == "heading" { set text(weight: "bold"); paragraphs(cell.lines.map(l => l.text)) } else {
    for l in cell.lines {
      par({ if l.label != none { text(8.5pt, fill: sea, weight: "bold", l.label); h(0.7em) }; say(l.text) })
    }
  }
}

#let sheet(b) = block(width: 100%, above: 2.4mm, below: 5.2mm, breakable: not b.together, {
  if b.caption != none { block(sticky: true, below: 2mm, text(9.5pt, weight: "bold", ragged(say(b.caption)))) }
  set text(9.5pt)
  let last = b.columns.len() - 1
  table(
    columns: b.columns.map(c => c.width * 1fr),
    inset: (x: 2.2mm, y: if d.ruby { 2.6mm } else { 2mm }),
    align: (x, y) => {
      let role = b.columns.at(x).role
      if y == 0 or role == "sign" { center + horizon } else if role == "number" { right + horizon } else { left + horizon }
    },
    fill: (_, y) => if y == 0 { tint },
    stroke: (x, y) => (
      top: if y == 0 { 1.1pt + sea } else { 0.5pt + hair },
      bottom: 0.5pt + hair,
      left: if x > 0 { 0.5pt + hair } else { none },
      right: none,
    ),
    table.header(..b.columns.map(c => text(8.5pt, weight: "bold", fill: ink, ragged(say(c.label))))),
    ..b.rows.map(r => r.cells.enumerate().map(((x, c)) => table.cell(
      breakable: r.tall, align: if not r.tall { auto } else if b.columns.at(x).role == "sign" { center + top } else { left + top },
      filled(c, b.columns.at(x).role),
    ))).flatten(),
  )
})

#let note(b) = block(above: 4mm, below: 4mm, {
  set text(8.5pt, fill: quiet); set par(leading: 0.42em, spacing: 0.55em); paragraphs(b.lines)
})

${barBlocks}
#let printers = (
  paragraph: b => paragraphs(b.lines), narrative: narrative, facts: facts, goals: goals,
  steps: steps, legend: legend, table: sheet, note: note, letter: letter, bars: bars,
  heading: b => if b.rank == 2 { band(b) } else { section(b) },
)

#if not d.letters { cover() }
#for b in d.blocks { (printers.at(b.kind))(b) }

#if d.colophon.len() > 0 {
  // At the foot of the last page, where an imprint stands.
  v(1fr)
  block(width: 100%, above: 6mm, breakable: false, {
    pdf.artifact(line(length: 100%, stroke: 0.8pt + sea))
    set text(8.5pt, fill: quiet); set par(leading: 0.4em, spacing: 0.5em)
    paragraphs(d.colophon)
  })
}
`
