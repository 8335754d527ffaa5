import Foundation
import Workforce

/// Goes through the weeks of one measure and kind of group.
struct GroupWatch {
  private let table: PeerTable
  private let settings: ScorecardSettings
  private let judge: WeekJudge
  private(set) var tickets: [ImprovementTicket] = []
  private(set) var standings: [GroupStanding] = []
  private(set) var judged = 0

  /// Per group: its open ticket's position in ``tickets``.
  private var open: [Int?]
  /// Per group: the first week that may count for a new ticket.
  private var fresh: [Int]
  /// Per group: weeks in which a ticket was open, with the two that raised it.
  private var spans: [[ClosedRange<Int>]]
  private var before: [WeekJudge.Judgment?]

  init(table: PeerTable, level: Double, settings: ScorecardSettings) {
    self.table = table
    self.settings = settings
    judge = WeekJudge(table: table, level: level)
    let count = table.groups.count
    open = Array(repeating: nil, count: count)
    fresh = Array(repeating: 0, count: count)
    spans = Array(repeating: [], count: count)
    before = Array(repeating: nil, count: count)
  }

  mutating func run() {
    for week in table.weeks.indices {
      let spans = self.spans
      let judgments = judge.judge(week) { group, place in
        spans[group].contains { $0.contains(place) }
      }
      judged += judgments.count { $0 != nil }
      for group in table.groups.indices {
        if let ticket = open[group] {
          close(ticket, of: group, in: week)
        } else {
          raise(group, in: week, judgments[group])
        }
      }
      before = judgments
    }
    stand()
  }

  /// Opens a ticket when this week and the one before count.
  private mutating func raise(_ group: Int, in week: Int, _ judgment: WeekJudge.Judgment?) {
    guard week > 0, week - 1 >= fresh[group], let judgment, judgment.isWorse,
      let last = before[group], last.isWorse, let peers = table.peers(of: group, in: week),
      let first = evidence(group, week - 1, last), let second = evidence(group, week, judgment)
    else { return }
    let margin = table.shortfall(
      of: max(0, judgment.usual) + judgment.fourWeekError,
      beside: peers.value
    )
    open[group] = tickets.count
    spans[group].append((week - 1)...week)
    tickets.append(
      ImprovementTicket(
        measure: table.measure,
        kind: table.kind,
        group: table.groups[group],
        opened: table.weeks[week],
        evidence: [first, second],
        owner: settings.owners[table.kind],
        due: table.weeks[week].adding(weeks: settings.dueWeeks).monday.adding(days: 6),
        criterion: AcceptanceCriterion(
          weeks: EarlyWarning.criterionWeeks,
          // to a thousandth, as it is printed
          margin: (max(0, margin) * 1000).rounded(.up) / 1000
        )
      )
    )
  }

  /// What a week showed; `nil` where the plain figure is not worse than the peers'.
  private func evidence(_ group: Int, _ week: Int, _ judgment: WeekJudge.Judgment)
    -> ImprovementTicket.Evidence?
  {
    guard let own = table.cells[group][week], let peers = table.peers(of: group, in: week),
      table.shortfall(own.value, beside: peers.value) > 0
    else { return nil }
    return ImprovementTicket.Evidence(
      week: table.weeks[week],
      value: own.value,
      cases: own.cases,
      peers: peers.value,
      score: judgment.score,
      limit: judgment.limit
    )
  }

  /// Closes a ticket when the last weeks, all after its opening, meet its criterion.
  private mutating func close(_ ticket: Int, of group: Int, in week: Int) {
    guard let span = spans[group].last else { return }
    spans[group][spans[group].count - 1] = span.lowerBound...week
    let criterion = tickets[ticket].criterion
    let first = week - criterion.weeks + 1
    guard table.weeks.indices.contains(first), table.weeks[first] > tickets[ticket].opened,
      let (own, peers) = together(group, first...week, isWhole: true),
      table.shortfall(own.value, beside: peers.value) <= criterion.margin + 1e-12
    else { return }
    tickets[ticket].closed = table.weeks[week]
    open[group] = nil
    fresh[group] = week + 1
  }

  /// A group and its peers over some weeks together; `nil` without cases, or, where it must be whole,
  /// when a week has none.
  private func together(_ group: Int, _ span: ClosedRange<Int>, isWhole: Bool) -> (Pool, Pool)? {
    var (own, peers) = (Pool(), Pool())
    for week in span {
      guard let mine = table.cells[group][week], let theirs = table.peers(of: group, in: week)
      else {
        if isWhole { return nil }
        continue
      }
      own += mine
      peers += theirs
    }
    return own.cases > 0 && peers.cases > 0 ? (own, peers) : nil
  }

  /// The smallest decline that is found soon, as figures show it.
  private func leastDecline(_ judgment: WeekJudge.Judgment, of group: Int, in week: Int) -> Double?
  {
    guard let peers = table.peers(of: group, in: week) else { return nil }
    return table.decline(
      LeastDecline(judgment).value,
      from: judgment.usual,
      beside: peers.value
    )
  }

  private mutating func stand() {
    let last = table.weeks.count - 1
    let span = max(0, last - EarlyWarning.criterionWeeks + 1)...last
    for group in table.groups.indices {
      guard let (own, peers) = together(group, span, isWhole: false) else { continue }
      standings.append(
        GroupStanding(
          measure: table.measure,
          kind: table.kind,
          group: table.groups[group],
          week: table.weeks[last],
          value: own.value,
          cases: own.cases,
          peers: peers.value,
          score: before[group]?.score,
          limit: before[group]?.limit,
          leastDecline: before[group].flatMap { leastDecline($0, of: group, in: last) }
        )
      )
    }
  }
}
