import Workforce

extension ScorecardReport {
  /// The report as a self-contained page, valid as HTML and as XML.
  public func html() -> String {
    Page(
      title: "Scorecard\(name)",
      contents: [(id: "goals", title: "Goals"), (id: "tickets", title: "Tickets")]
        + [(id: "groups", title: "Groups")]
        + (result.escalation.isEmpty ? [] : [(id: "complaints", title: "Complaints")])
        + (result.expected.isEmpty ? [] : [(id: "expected", title: "Expected")]),
      sections: [headline, goalSection, ticketSection, groupSection, complaintSection]
        + [expectedSection, noteSection]
    ).html
  }

  private var headline: Markup {
    let tiles = result.goals.map { outlook -> Markup in
      let value = outlook.latest.map { Self.figure($0.value, outlook.measure) } ?? "–"
      let goal =
        outlook.threshold.map { "goal \(Self.figure($0, outlook.measure))" } ?? "no goal yet"
      return """
        <div><dt>\(outlook.goal.title)</dt><dd>\(value)<small>\(goal)</small>\
        <small>\(outlook.verdict.badge)</small></dd></div>
        """
    }
    return """
      <header><p class="kicker">Scorecard · to \(result.date.longText)</p>\
      <h1>\(result.title.isEmpty ? "Scorecard" : result.title)</h1>\
      <p class="verdict">\(verdict)</p></header><dl class="tiles">\(tiles)</dl>\n
      """
  }

  private var verdict: String {
    let names = { (verdicts: [GoalOutlook.Verdict]) in
      result.goals.filter { verdicts.contains($0.verdict) }.map(\.measure.title)
    }
    let (good, bad) = (names([.onTrack, .met]), names([.offTrack, .missed]))
    let parts = [
      good.isEmpty ? "" : "On track: \(listed(good)).",
      bad.isEmpty ? "" : "Off track: \(listed(bad)).",
      ticketSentence,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var goalSection: Markup {
    let cards = result.goals.map { outlook -> Markup in
      let chart: Markup =
        outlook.points.count < 2
        ? .none : GoalChart(outlook: outlook, baseline: result.baseline).markup
      return """
        <div class="together"><h3>\(outlook.goal.title) \(outlook.verdict.badge)\
        <small>\(outlook.measure.title) · by \(outlook.due.longText)</small></h3>\
        <p>\(Self.sentence(outlook))</p>\(chart)</div>
        """
    }
    return section(
      "goals",
      "Goals",
      lead: """
        Each week as it was measured, the trend since the start with the 90% band of four weeks \
        together, the value to reach, and the baseline. On track is a chance of 80% or more.
        """,
      [legend] + cards
    )
  }

  private var legend: Markup {
    let line = { (style: Markup, words: String) -> Markup in
      """
      <span><svg class="key long" viewBox="0 0 26 10" aria-hidden="true">\
      <path class="\(style)" d="M0 5H26"/></svg>\(words)</span>
      """
    }
    return """
      <p class="legend"><span><svg class="key" viewBox="0 0 16 10" aria-hidden="true">\
      <circle class="mean" cx="8" cy="5" r="3.4"/></svg>measured week</span>\
      \(line("mean-line", "trend"))<span><svg class="key" viewBox="0 0 16 10" aria-hidden="true">\
      <path fill="#cfe4f2" d="M0 0H16V10H0Z"/></svg>90% band</span>\(line("asked", "goal"))\
      \(line("lapsed", "baseline"))</p>
      """
  }

  private var noteSection: Markup {
    guard !result.notes.isEmpty else { return .none }
    let notes = result.notes.map { note -> Markup in "<p class=\"note\">\(note)</p>\n" }
    return "<section id=\"notes\"><h2>How to read it</h2>\(notes)</section>\n"
  }
}
