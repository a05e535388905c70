/** What every page is made of: its colours, words with their readings, and the marks that stand beside words. */
export const colours = `
#let ink = rgb("#163f5f")
#let sea = rgb("#1d6c67")
#let vermilion = rgb("#bf3420")
#let body-colour = rgb("#20282d")
#let quiet = rgb("#56646c")
#let hair = rgb("#b4c6c7")
#let tint = rgb("#e4eeed")
#let sand = rgb("#f5f2ea")
`

export const saying = `
// ── Words ──

#let ruby(base, reading, em) = box(width: em * 1em, baseline: 0.12em, {
  align(center, base)
  place(top + center, dy: -0.52em, pdf.artifact(text(0.5em, weight: "regular", box(reading))))
})

#let say(line) = for piece in line {
  if type(piece) == str { piece }
  else if "phrase" in piece { box(baseline: 0.12em, say(piece.phrase)) }
  else { ruby(piece.base, piece.reading, piece.em) }
}

#let paragraphs(lines) = for line in lines { par(say(line)) }

// ── Marks: drawn, because the fonts' own differ in size; their word always stands beside them. ──

#let star(size) = {
  let point(i) = {
    let r = if calc.even(i) { 0.5 } else { 0.205 }
    let a = -90deg + i * 36deg
    (size * (0.5 + r * calc.cos(a)), size * (0.525 + r * calc.sin(a)))
  }
  box(width: size, height: size, place(polygon(fill: vermilion, ..range(10).map(point))))
}
#let disc(size) = box(width: size, height: size, place(center + horizon, circle(radius: size * 0.42, fill: ink)))
#let ring(size) = box(width: size, height: size, {
  place(center + horizon, circle(radius: size * 0.41, stroke: size * 0.085 + sea))
  place(center + horizon, circle(radius: size * 0.2, stroke: size * 0.085 + sea))
})
#let mark(shape, size) = pdf.artifact(
  if shape == "star" { star(size * 1.08) } else if shape == "disc" { disc(size) } else if shape == "ring" { ring(size) },
)
`
