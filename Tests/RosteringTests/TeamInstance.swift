import Foundation
import Workforce

@testable import Rostering

/// A team benchmark instance without its training sessions, as a roster problem.
struct TeamInstance: Decodable {
  struct Queue: Decodable {
    let weight: Double
    let req: [Int]
  }
  struct Group: Decodable {
    let queues: [Int]
  }
  struct Agent: Decodable {
    let id: Int
    let group: Int
    let site: Int
    let types: [Int]
    let wage: Double
    let avail: [[Int]?]
    let daysMin: Int
    let daysMax: Int
    let paidMin: Int
    let paidMax: Int
    let otAfter: Int
    let prefStart: [Int]?
    let prefOff: [Int]
    let prevEnd: Int
    let prevConsec: Int
    let weekendHist: Int
  }
  struct Rules: Decodable {
    let minStretch: Int
    let maxStretch: Int
    let minRest: Int
    let maxStartChange: Int
    let maxConsec: Int
  }
  struct Costs: Decodable {
    let underTiers: [[Double]]
    let over: Double
    let otPremium: Double
    let startDevPerSlot: Double
    let prefOff: Double
    let stabilityPerSlot: Double
    let weekendSq: Double
  }

  let name: String
  let open: [Int]
  let startStep: Int
  let queues: [Queue]
  let groups: [Group]
  let shiftTypes: [ShapeType]
  let agents: [Agent]
  let otBudget: [Int]
  let rules: Rules
  let costs: Costs

  struct ShapeType: Decodable {
    let paid: Int
    let presence: Int
    let pauses: [Int]
    let lunchLo: Int?
    let lunchHi: Int?
  }

  static func load(_ name: String) throws -> TeamInstance {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(TeamInstance.self, from: Data(contentsOf: Self.url(name)))
  }

  static func url(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/data/rostering/team/\(name).json")
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: url("S1").path) }
}

extension TeamInstance {
  var problem: RosterProblem? {
    guard let week = ISOWeek("2026-W10"),
      let grid = TimeGrid(week: week, stepMinutes: 15, zone: .utc)
    else { return nil }
    let shapes = shiftTypes.map(shape)
    let employees = agents.map { employee($0, shapes: shapes) }
    return RosterProblem(
      grid: grid,
      slotCount: 672,
      dayCount: 7,
      queueNames: queues.indices.map { "q\($0)" },
      groups: groups.map { RosterGroup(queues: $0.queues) },
      shapes: shapes,
      placements: shapes.map { BreakPlacement($0) },
      cover: CoverTable(
        CoverCosts(grid: grid, queues: queues.map { queue in queue.req.map { cover($0, queue) } }),
        idleCost: costs.over
      ),
      employees: employees,
      overtimeBudgets: otBudget.map { $0 * 15 },
      prices: TourPrices(
        startChangePerMinute: costs.stabilityPerSlot / 15,
        overtimePremium: costs.otPremium,
        weekendFairness: costs.weekendSq,
        isWeekend: (0..<7).map { $0 >= 5 }
      ),
      longestShape: shapes.map(\.length).max() ?? 0,
      entries: RosterProblem.entries(
        of: employees,
        groups: groups.count,
        shapes: shapes.count
      ),
      mainGroups: employees.map(\.mainGroup),
      pricingWork: 150
    )
  }

  private func shape(_ type: ShapeType) -> ShiftShape {
    ShiftShape(
      name: "type",
      length: type.presence,
      paidMinutes: type.paid * 15,
      pauses: type.pauses.map { length in
        let isLunch = length == 2
        return ShiftShape.Pause(
          kind: isLunch ? .lunch : .rest,
          length: length,
          earliest: isLunch ? type.lunchLo ?? 0 : 0,
          latest: isLunch ? type.lunchHi ?? type.presence : type.presence
        )
      },
      minimumStretch: rules.minStretch,
      maximumStretch: rules.maxStretch
    )
  }

  private func cover(_ required: Int, _ queue: Queue) -> CoverCost {
    var left = required
    var steps: [CoverCost.Step] = []
    for (index, tier) in costs.underTiers.enumerated() {
      let isLast = index == costs.underTiers.count - 1
      let people = isLast ? left : min(left, Int((tier[0] * Double(required) - 1e-9).rounded(.up)))
      if people > 0 { steps.append(CoverCost.Step(people: people, worth: tier[1] * queue.weight)) }
      left -= people
    }
    return CoverCost(steps: steps.reversed())
  }

  private func employee(_ agent: Agent, shapes: [ShiftShape]) -> RosterEmployee {
    let days = (0..<7).map { day -> EmployeeDay in
      guard let window = agent.avail[day] else {
        return EmployeeDay(group: agent.group, options: [])
      }
      var options: [ShiftOption] = []
      for start in stride(from: 0, to: 96, by: startStep) {
        for type in agent.types.sorted() {
          let end = start + shapes[type].length
          guard window[0] <= start, end <= window[1], open[0] <= start,
            end <= open[1] || open[1] >= 96,
            agent.prevEnd <= -900 || day * 96 + start - agent.prevEnd >= rules.minRest
          else { continue }
          let early = agent.prefStart.map { max(0, $0[0] - start, start - $0[1]) } ?? 0
          options.append(
            ShiftOption(
              start: day * 96 + start,
              shape: type,
              clock: start * 15,
              pay: agent.wage * Double(shiftTypes[type].paid),
              startWish: costs.startDevPerSlot * Double(early),
              dayOffWish: agent.prefOff.contains(day) ? costs.prefOff : 0
            )
          )
        }
      }
      return EmployeeDay(group: agent.group, options: options)
    }
    let paid = shapes.indices.map { agent.types.contains($0) ? shapes[$0].paidMinutes : nil }
    return RosterEmployee(
      id: "a\(agent.id)",
      site: agent.site,
      days: EmployeeDay.linked(days, maximumStartChange: rules.maxStartChange * 15),
      totals: TotalsAutomaton(
        paidMinutes: paid,
        dayCount: 7,
        daysAllowed: agent.daysMin...agent.daysMax,
        paidAllowed: agent.paidMin * 15...agent.paidMax * 15
      ),
      sequence: SequenceAutomaton(
        maximumRun: rules.maxConsec,
        history: agent.prevConsec,
        dayCount: 7
      ),
      minimumRest: rules.minRest,
      maximumStartChange: rules.maxStartChange * 15,
      overtimeAfter: agent.otAfter * 15,
      minimumPaid: agent.paidMin * 15,
      wagePerMinute: agent.wage / 15,
      weekendHistory: agent.weekendHist
    )
  }
}
