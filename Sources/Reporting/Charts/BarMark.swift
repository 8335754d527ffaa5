/// A bar in a row of a table, as long as its share of the longest.
struct BarMark {
  var share: Double
  var title: String

  var markup: Markup {
    let length = share.isFinite ? min(1, max(0, share)) * 120 : 0
    return """
      <svg class="bar" viewBox="0 0 120 10" role="img"><title>\(title)</title>\
      <desc>\(percent(share)) of the longest bar</desc>\
      <rect width="\(length)" height="10"/></svg>
      """
  }
}
