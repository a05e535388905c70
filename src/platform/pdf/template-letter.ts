/**
 * A letter on its own sheet. The address stands where a window envelope of 長形3号 shows it: 21 mm from the
 * left and 47 mm from the top, 85 × 45 mm, on an A4 that is folded in three at 99 and 198 mm.
 */
export const letterBlocks = `
#let fold-marks = pdf.artifact({
  for y in (99mm, 198mm) { place(top + left, dx: 4mm, dy: y, line(length: 5mm, stroke: 0.4pt + quiet)) }
})

#let letter(b) = {
  pagebreak(weak: true)
  // A page's first line stands 24 mm from the top edge: see the margins of the sheet.
  set par(justify: false, spacing: 0.35em, leading: 0.3em)
  set block(above: 0pt, below: 0pt)
  block(width: 100%, height: 20.5mm, inset: (left: 1mm), align(bottom, {
    set text(8pt, fill: quiet)
    paragraphs(b.from)
  }))
  v(2.5mm)
  block(width: 86mm, height: 45mm, inset: (left: 1mm), clip: true, {
    set text(if b.crowded { 10.5pt } else { 12.5pt })
    set par(spacing: 0.6em, leading: 0.3em)
    paragraphs(b.to)
  })
  v(9mm)
  block(width: 100%, align(right, text(if b.large { 14pt } else { 11pt }, b.date)))
  v(7mm)
  block(width: 100%, below: 6mm, heading(level: 1, text(16pt, weight: "bold", fill: ink, say(b.title))))
  v(5mm)
  set text(if b.large { 16pt } else { 13pt }, lang: b.lang)
  set par(leading: 0.7em, spacing: 1em)
  if b.code != none {
    block(width: 100%, inset: (y: 5mm), stroke: (y: 0.8pt + sea), breakable: false,
      align(center, text(26pt, weight: "bold", tracking: 0.16em, b.code)))
    v(5mm)
  }
  paragraphs(b.lines)
  v(6mm)
  set text(if b.large { 14pt } else { 11pt }, fill: quiet, lang: b.lang)
  paragraphs(b.foot)
}
`
