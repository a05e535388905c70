/** How a thing stands, as a small shape and as the filling of a bar: apart also without any colour. */
export const toneMarks = `
#let tone-colour(tone) = (
  done: ink, good: sea, care: vermilion, idle: idle-fill, stop: quiet, unsure: sand, silent: white,
).at(tone)

// Strokes over a filling, drawn one by one: a tiling shows seams on some screens.
#let striped(w, h, scale) = box(width: w, height: h, clip: true, {
  let n = calc.ceil((w + h) / (7pt * scale))
  for i in range(n) {
    place(top + left, dx: i * 7pt * scale - h, line(start: (0pt, h), end: (h, 0pt), stroke: 0.9pt * scale + white.transparentize(45%)))
  }
})

#let tone-stroke(tone, thick) = if tone == "silent" { (paint: quiet, thickness: thick, dash: "densely-dashed") } else if tone in ("idle", "unsure") { thick + quiet } else { none }
#let tone-text(tone) = if tone in ("done", "good", "care", "stop") { white } else { body-colour }

#let tone-mark(tone, given) = pdf.artifact(context box(width: given, height: given, {
  let size = given.to-absolute()
  let r = size * 0.42
  let thick = size * 0.13
  place(center + horizon, {
    if tone == "done" { circle(radius: r, fill: ink, inset: 0pt, align(center + horizon, box(width: size * 0.5, height: size * 0.4, {
      place(line(start: (0pt, size * 0.18), end: (size * 0.17, size * 0.35), stroke: (paint: white, thickness: thick, cap: "round")))
      place(line(start: (size * 0.17, size * 0.35), end: (size * 0.48, size * 0.02), stroke: (paint: white, thickness: thick, cap: "round")))
    }))) }
    else if tone == "good" { circle(radius: r - thick / 2, stroke: thick * 1.3 + sea) }
    else if tone == "care" { polygon(fill: vermilion, (r, 0pt), (2 * r, 1.78 * r), (0pt, 1.78 * r)) }
    else if tone == "idle" { circle(radius: r - thick / 2, fill: idle-fill, stroke: thick * 0.7 + quiet) }
    else if tone == "stop" { square(size: r * 1.8, fill: quiet) }
    else if tone == "unsure" { line(length: r * 1.8, stroke: thick * 1.3 + quiet) }
    else { circle(radius: r - thick / 2, stroke: thick * 0.8 + quiet, inset: 0pt, align(center + horizon, rotate(-45deg, line(length: r * 1.8, stroke: thick * 0.8 + quiet)))) }
  })
}))

// Parts of one bar beside each other, each with its figure where it has room; all parts together: 100%.
// A scale makes lines thicker for a television, on which hairs flicker.
#let bars-stack(parts, total, height, size, scale: 1) = pdf.artifact(box(width: 100%, height: height, align(top + left, layout(room => {
  let height = height.to-absolute()
  let size = size.to-absolute()
  let at = 0pt
  for p in parts {
    let w = room.width * p.count / calc.max(1, total)
    place(top + left, dx: at, rect(width: w - 0.7pt * scale, height: height, fill: tone-colour(p.tone), stroke: tone-stroke(p.tone, 0.7pt * scale)))
    if p.tone == "care" { place(top + left, dx: at, striped(w - 0.7pt * scale, height, scale)) }
    if w > size * 1.1 {
      place(top + left, dx: at, box(width: w - 0.7pt * scale, height: height, align(center + horizon, box(
        fill: if p.tone == "care" { vermilion }, inset: (x: size * 0.35, y: size * 0.13), radius: 1pt,
        text(size, weight: "bold", fill: tone-text(p.tone), str(p.count))))))
    }
    at += w
  }
}))))

#let qr(code, size) = {
  let n = code.rows.len()
  let m = size / n
  figure(kind: "code", supplement: none, alt: code.says, block(width: size, height: size, fill: white, {
    for (y, row) in code.rows.enumerate() {
      let x = 0
      while x < n {
        if row.at(x) {
          let from = x
          while x < n and row.at(x) { x += 1 }
          // A hair wider than it is: seams between the lines would show on a screen.
          place(top + left, dx: m * from, dy: m * y, rect(width: m * (x - from), height: m * 1.02, fill: pure-black))
        } else { x += 1 }
      }
    }
  }))
}
`
