/// Builds the `d` of an SVG path.
struct ChartPath {
  private(set) var data = ""

  mutating func move(_ x: Double, _ y: Double) { data += "M\(tenths(x)) \(tenths(y))" }
  mutating func line(_ x: Double, _ y: Double) { data += "L\(tenths(x)) \(tenths(y))" }
  mutating func across(to x: Double) { data += "H\(tenths(x))" }
  mutating func down(to y: Double) { data += "V\(tenths(y))" }
  mutating func close() { data += "Z" }

  /// A rectangle between two corners.
  mutating func rectangle(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    move(left, top)
    across(to: right)
    down(to: bottom)
    across(to: left)
    close()
  }

  /// A point, drawn as large as the stroke with round caps.
  mutating func dot(_ x: Double, _ y: Double) { data += "M\(tenths(x)) \(tenths(y))h0" }

  /// Straight lines through points.
  mutating func lines(_ points: [(x: Double, y: Double)]) {
    for (index, point) in points.enumerated() {
      if index == 0 { move(point.x, point.y) } else { line(point.x, point.y) }
    }
  }

  /// The path as an element, nothing when it is empty.
  func element(_ style: String) -> Markup {
    data.isEmpty ? .none : "<path class=\"\(style)\" d=\"\(data)\"/>"
  }
}
