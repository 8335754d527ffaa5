import Workforce

/// Finds changes of a what-if that cannot both hold.
struct WhatIfConflicts {
  /// Something that a change sets or multiplies.
  private struct Slot {
    /// What it is, in words.
    let what: String
    /// What it belongs to; `nil` for all that there are.
    let owner: String?
    /// True where a change multiplies it, so that another may do so too.
    let isScaled: Bool
    let line: Int
    /// When it acts; `nil` for always.
    let dates: ClosedRange<LocalDate>?

    func isContrary(to other: Slot) -> Bool {
      guard what == other.what, owner == nil || other.owner == nil || owner == other.owner else {
        return false
      }
      if let dates, let its = other.dates { return dates.overlaps(its) }
      return !(isScaled && other.isScaled)
    }

    var words: String { owner.map { "\(what) of '\($0)'" } ?? what }
  }

  private let content: WhatIfFile.Content
  private let findings: FileFindings

  /// The name of the only site; `nil` where there are several.
  private let onlySite: String?

  init(_ content: WhatIfFile.Content, sites: [Site], findings: FileFindings) {
    self.content = content
    onlySite = sites.count == 1 ? sites[0].name : nil
    self.findings = findings
  }

  /// Reports each change that contradicts an earlier one.
  func report() {
    let slots = zip(content.whatIf.changes, content.lines).map { change, line in
      self.slots(of: change).map { slot in
        Slot(
          what: slot.what,
          owner: slot.owner,
          isScaled: slot.isScaled,
          line: line,
          dates: Self.dates(of: change)
        )
      }
    }
    for (index, own) in slots.enumerated() {
      for slot in own {
        let earlier = slots[..<index].joined().first { $0.isContrary(to: slot) }
        guard let earlier else { continue }
        findings.report(
          "contradiction",
          line: slot.line,
          .contradiction(slot.words, line: earlier.line)
        )
      }
    }
  }

  private typealias Parts = [(what: String, owner: String?, isScaled: Bool)]

  /// Closed for so many days, a site is of no use to people hired for it.
  private static let longClosing = 7

  /// When a change acts, where another of its kind may act at another time.
  private static func dates(of change: WhatIfChange) -> ClosedRange<LocalDate>? {
    switch change {
    case .close(_, let dates): dates
    case .certify(_, _, let from): from.map { $0...$0 }
    case .lapse(_, _, let on): on...on
    default: nil
    }
  }

  private func slots(of change: WhatIfChange) -> Parts {
    switch change {
    case .assume(let assumption): Self.slots(of: assumption)
    case .target(let target): Self.slots(of: target)
    case .shrinkage: [("the shrinkage", nil, false)]
    case .openingHours(let queue, _, _): [("the opening hours", queue, false)]
    case .rule(let rule): Self.slots(of: rule)
    case .labor(let labor): labor.position.map { [(LaborEntryName.text($0), nil, false)] } ?? []
    case .terms(let terms): Self.slots(of: terms)
    case .price(let price): Self.slots(of: price)
    case .budget(let budget):
      (budget.overtime == nil ? [] : [("the overtime", budget.site, false)])
        + (budget.pay == nil ? [] : [("the pay", nil, false)])
    case .hire(let hire):
      // someone hired at a closed site, seen from the later of the two
      (hire.site ?? onlySite).map { [("the staff", $0, true)] } ?? []
    case .close(let site, let dates):
      dates.upperBound < dates.lowerBound.adding(days: Self.longClosing - 1)
        ? [("the closing", site, false)] : [("the staff", site, false)]
    case .leave(let people, _): people.employees.map { ("the last day", $0, false) }
    case .contract(let people, _): people.employees.map { ("the contract", $0, false) }
    case .certify(let people, let skill, _), .lapse(let people, let skill, _):
      people.employees.map { ("the skill '\(skill)'", $0, false) }
    case .absence: []
    }
  }

  private static func slots(of assumption: ForecastAssumption) -> Parts {
    switch assumption {
    case .volume, .growth, .openedHours: []
    case .migration(let from, let to, _, _):
      // moving there and back again
      [("the way from \(min(from, to)) to \(max(from, to))", nil, false)]
    case .handleTime(let queue, let scaling): [("the handle time", queue, scaling.isFactor)]
    case .patience(let queue, let scaling): [("the patience", queue, scaling.isFactor)]
    case .containment(let channel, _): [("the containment", channel, false)]
    case .quantile: [("the week of the forecast", nil, false)]
    }
  }

  private static func slots(of target: WhatIfTarget) -> Parts {
    let parts: [(String, Bool)] = [
      ("the service level", target.serviceLevel != nil),
      ("the threshold", target.threshold != nil),
      ("the speed of answer", target.averageSpeedOfAnswer != nil),
      ("the abandonment", target.maximumAbandonment != nil),
      ("the occupancy", target.maximumOccupancy != nil),
      ("the interval floor", target.intervalFloor != nil),
      ("the least number of agents", target.minimumAgents != nil),
    ]
    return parts.filter(\.1).map { ($0.0, target.queue, false) }
      + (target.period == nil ? [] : [("the period of targets", nil, false)])
  }

  private static func slots(of rule: WhatIfRule) -> Parts {
    let parts: [(String, Bool)] = [
      ("the rest", rule.minimumRest != nil),
      ("the number of days in a row", rule.maximumConsecutiveDays != nil),
      ("the change of the start", rule.maximumStartChange != nil),
    ]
    return parts.filter(\.1).map { ($0.0, rule.contract, false) }
      + (rule.isPresenceOff ? [("presence", nil, false)] : [])
  }

  private static func slots(of terms: WhatIfTerms) -> Parts {
    let parts: [(String, Bool)] = [
      ("the wage", terms.wagePerHour != nil), ("the least hours", terms.minimumHours != nil),
      ("the most hours", terms.maximumHours != nil), ("overtime", terms.overtimeAfter != nil),
      ("the least days", terms.minimumDays != nil), ("the most days", terms.maximumDays != nil),
      ("the shift templates", terms.shiftTemplates != nil),
      ("the shift window", terms.shiftWindow != nil),
    ]
    return parts.filter(\.1).map { ($0.0, terms.contract, false) }
  }

  private static func slots(of price: WhatIfPrice) -> Parts {
    let parts: [(String, Bool)] = [
      ("what cover is worth", price.cover != nil),
      ("the price of idle time", price.overstaffingPerHour != nil),
      ("the premium of overtime", price.overtimePremium != nil),
      ("the price of starts", price.startPreferencePerHour != nil),
      ("the price of days off", price.dayOffPreference != nil),
      ("the price of changing starts", price.startChangePerHour != nil),
      ("the price of weekends", price.weekendFairness != nil),
    ]
    return parts.filter(\.1).map { ($0.0, nil, false) }
  }
}

extension ForecastAssumption.Scaling {
  fileprivate var isFactor: Bool {
    if case .factor = self { return true }
    return false
  }
}
