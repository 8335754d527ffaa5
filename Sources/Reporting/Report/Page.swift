/// The frame of the page: head, contents, sections.
struct Page {
  var title: String
  /// Anchors and titles of the parts below the headline.
  var contents = Self.planContents
  var sections: [Markup]

  static let planContents: [(id: String, title: String)] = [
    ("forecast", "Forecast"), ("need", "Need"), ("understaffing", "Understaffing"),
    ("roster", "Roster"), ("service", "Service"), ("cost", "Cost and proof"),
    ("checks", "Checks"), ("certificate", "Certificate"), ("assumptions", "Assumptions"),
    ("repeat", "Repeat"),
  ]

  var html: String {
    let links = contents.map { entry -> Markup in
      "<a href=\"#\(entry.id)\">\(entry.title)</a>"
    }
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"/>\
      <meta name="viewport" content="width=device-width, initial-scale=1"/>\
      <title>\(title)</title><style>\(Stylesheet.markup)</style></head><body>
      <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>\
      <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><rect width="4" height="4" fill="#f6c7a4"/>\
      <path d="M0 0V4" stroke="\(Palette.vermilion)" stroke-width="2.6"/></pattern></defs></svg>
      <main>\(sections.first ?? .none)<nav aria-label="Contents">\(links)</nav>
      \(Array(sections.dropFirst()))</main></body></html>\n
      """
    return page.source
  }
}
