/**
 * Bars for the printer: hatched, because most councils read copies in black and white. Only a picture: the
 * document has the figures in the table after it.
 */
export const barBlocks = `
// ── Bars ──

#let hatched(ground, ..marks) = tiling(size: (6pt, 6pt), {
  place(rect(width: 6pt, height: 6pt, fill: ground, stroke: none))
  for m in marks.pos() { place(m) }
})
#let slanted(stroke) = line(start: (0pt, 6pt), end: (6pt, 0pt), stroke: stroke)
#let bar-fills = (
  solid: sea,
  stripes: hatched(tint, slanted(1.4pt + sea)),
  cross: hatched(rgb("#fbe9dc"), slanted(0.9pt + vermilion), line(start: (0pt, 0pt), end: (6pt, 6pt), stroke: 0.9pt + vermilion)),
  blank: white,
  lines: hatched(white, line(start: (0pt, 1.5pt), end: (6pt, 1.5pt), stroke: 0.8pt + quiet), line(start: (0pt, 4.5pt), end: (6pt, 4.5pt), stroke: 0.8pt + quiet)),
  dots: hatched(white, move(dx: 2pt, dy: 2pt, circle(radius: 1pt, fill: quiet, stroke: none))),
  waiting: white,
)
#let bar-edge(fill) = if fill == "waiting" { (paint: vermilion, thickness: 0.9pt, dash: "dashed") } else { 0.7pt + body-colour }

#let bars(b) = block(width: 100%, above: 3.5mm, below: 4.5mm, breakable: false, pdf.artifact({
  set text(8.5pt)
  set par(leading: tight, justify: false)
  let used = range(b.series.len()).filter(i => b.rows.any(r => r.values.at(i) > 0))
  block(below: 3mm, used.map(i => {
    let s = b.series.at(i)
    box({ box(baseline: 0.8mm, rect(width: 7mm, height: 3.6mm, fill: bar-fills.at(s.fill), stroke: bar-edge(s.fill))); h(1.4mm); s.word })
  }).join(h(5mm)))
  let whole = 112mm
  grid(
    columns: (1fr, whole, 9mm), column-gutter: 3mm, row-gutter: 2mm, align: (left + horizon, left + horizon, right + horizon),
    ..b.rows.map(r => {
      let sum = r.values.sum(default: 0)
      (say(r.name), box(width: whole, height: 6mm, {
        let x = 0mm
        for i in used {
          let n = r.values.at(i)
          if n > 0 {
            let w = whole * n / sum
            let s = b.series.at(i)
            place(dx: x, rect(width: w, height: 6mm, fill: bar-fills.at(s.fill), stroke: bar-edge(s.fill)))
            if w > 7mm {
              place(dx: x + w / 2 - 3mm, dy: 1mm, box(width: 6mm, height: 4mm, fill: white, radius: 0.4mm, align(center + horizon, text(8.5pt, weight: "bold", str(n)))))
            }
            x += w
          }
        }
      }), text(weight: "bold", str(sum)))
    }).flatten(),
  )
}))
`
