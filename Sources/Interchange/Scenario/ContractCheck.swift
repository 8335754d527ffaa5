import Workforce

/// Whether a week can be worked at all under a contract, at full time or a share of it.
struct ContractCheck {
  private let contract: ContractSettings
  private let templates: [ShiftTemplate]
  private let isComplete: Bool

  /// Makes a check; `templates` are those that can be relied on.
  init(_ contract: ContractSettings, templates: [ShiftTemplate]) {
    self.contract = contract
    self.templates = templates.filter { contract.shiftTemplates.contains($0.name) }
    isComplete = self.templates.count == contract.shiftTemplates.count
  }

  /// Reports what makes the contract impossible.
  func report(at map: YAMLMap) {
    let (low, high) = (contract.minimumWeeklyHours, contract.maximumWeeklyHours)
    if low > high { map.report("hours", at: "weekly_hours", .hoursOrder(map.subject, low, high)) }
    if contract.overtimeAfter > high {
      map.report("hours", at: "weekly_hours", .overtimeOrder(map.subject, contract))
    }
    if contract.minimumDays > contract.maximumDays {
      map.report("days", at: "days_per_week", .daysOrder(map.subject, contract))
    }
    if let window = contract.shiftWindow { report(window, at: map) }
    reportTwins(at: map)
    guard low <= high, contract.minimumDays <= contract.maximumDays else { return }
    if let problem = problem(subject: map.subject, share: .one) {
      map.report("unreachable hours", at: "weekly_hours", problem)
    }
  }

  /// A roster file holds no template names, so two templates of one contract must differ in what a
  /// roster shows: their length, or the kinds and lengths of their breaks.
  private func reportTwins(at map: YAMLMap) {
    for (index, template) in templates.enumerated() {
      let twin = templates[..<index].first { other in
        other.length == template.length
          && other.breaks.map(\.kind) == template.breaks.map(\.kind)
          && other.breaks.map(\.length) == template.breaks.map(\.length)
      }
      guard let twin else { continue }
      map.report("twins", at: "shift_templates", .twinTemplates(map.subject, twin, template))
    }
  }

  private func report(_ window: ClockWindow, at map: YAMLMap) {
    let room = window.endMinutes - window.start.minutes
    for template in templates where template.length.wholeMinutes > room {
      map.report(
        "window",
        at: "shift_window",
        .longTemplate(map.subject, template, window: window, room: room)
      )
    }
  }

  /// What is wrong with the paid hours at a share of full time; `nil` when some week fits, or when
  /// the templates are not all known.
  func problem(subject: String, share: Fraction) -> Problem? {
    guard isComplete, !templates.isEmpty else { return nil }
    let low = scaled(contract.minimumWeeklyHours, share)
    let high = scaled(contract.maximumWeeklyHours, share)
    let reachable = weeklySums()
    if reachable.contains(where: { low <= $0 && $0 <= high }) { return nil }
    return .unreachableHours(
      subject,
      days: contract.minimumDays...contract.maximumDays,
      low: low,
      high: high,
      templates: templates,
      below: reachable.filter { $0 < low }.max(),
      above: reachable.filter { $0 > high }.min()
    )
  }

  private func scaled(_ hours: Duration, _ share: Fraction) -> Int {
    Int((hours.inMinutes * share.value).rounded())
  }

  /// Paid minutes of every allowed number of shifts, ascending.
  private func weeklySums() -> [Int] {
    var sums: Set<Int> = [0]
    var reachable: Set<Int> = contract.minimumDays == 0 ? sums : []
    for days in 1...max(1, contract.maximumDays) where days <= contract.maximumDays {
      var next: Set<Int> = []
      for template in templates {
        next.formUnion(sums.map { $0 + template.paidLength.wholeMinutes })  // order: into a set
      }
      sums = next
      if days >= contract.minimumDays { reachable.formUnion(sums) }
    }
    return reachable.sorted()
  }
}
