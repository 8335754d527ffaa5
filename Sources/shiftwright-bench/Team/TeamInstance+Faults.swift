import Foundation
import Workforce

extension TeamInstance {
  /// Reads an instance; throws one message with everything that is wrong with it.
  static func read(_ path: String) throws(ShiftwrightError) -> TeamInstance {
    let file = JSONFile(path: path)
    let strangers = TeamFields.faults(in: try file.data())
    let instance: TeamInstance
    do {
      instance = try file.content(as: TeamInstance.self, keys: .convertFromSnakeCase)
    } catch {
      guard !strangers.isEmpty else { throw error }
      // what is missing may only be misspelled
      throw refusal(path, strangers + [error.message.replacing("\(path): ", with: "")])
    }
    let faults = strangers + instance.faults
    guard faults.isEmpty else { throw refusal(path, faults) }
    return instance
  }

  private static func refusal(_ path: String, _ faults: [String]) -> ShiftwrightError {
    ShiftwrightError(
      "\(path): the instance cannot be used.\n"
        + faults.map { "- \($0.replacing("\n", with: " "))" }.joined(separator: "\n")
        + "\nMend what is listed; docs/reference/team-format.md says what each field means."
    )
  }

  /// What is wrong, in words; empty for an instance that can be used.
  var faults: [String] {
    let ranges = TeamRanges.faults(of: self)
    guard ranges.isEmpty else { return ranges }
    let checks = TeamFaults(instance: self)
    return checks.frame + checks.shiftTypes + checks.coupling
      + agents.enumerated().flatMap { checks.faults(of: $1, at: $0) }
  }
}

/// Looks for values that no instance may have.
struct TeamFaults {
  private static let slots = TeamChecker.slotCount
  private static let daySlots = TeamChecker.daySlots
  let instance: TeamInstance

  /// Faults of the week, queues and groups.
  var frame: [String] {
    var found: [String] = []
    if instance.open.count != 2 || instance.open[0] < 0 || instance.open[0] >= instance.open[1] {
      found.append("open is \(instance.open): give first and last slot of the day")
    }
    if instance.startStep < 1 {
      found.append("start_step is \(instance.startStep): give 1 or more")
    }
    if instance.queues.count > TeamAllocation.queueLimit {
      found.append("\(instance.queues.count) queues: give at most \(TeamAllocation.queueLimit)")
    }
    for (index, queue) in instance.queues.enumerated() {
      if queue.req.count != Self.slots {
        found.append("queues[\(index)].req has \(queue.req.count) values: give \(Self.slots)")
      }
      if let low = queue.req.min(), low < 0 {
        found.append("queues[\(index)].req has \(low): give people, 0 or more")
      }
      if !queue.weight.isFinite || queue.weight < 0 {
        found.append("queues[\(index)].weight is \(queue.weight): give 0 or more")
      }
    }
    for (index, group) in instance.groups.enumerated() {
      for queue in group.queues where !instance.queues.indices.contains(queue) {
        found.append("groups[\(index)].queues has \(queue): there is no such queue")
      }
    }
    return found + costs
  }

  private var costs: [String] {
    let tiers = instance.costs.underTiers
    guard !tiers.isEmpty, tiers.allSatisfy({ $0.count == 2 && $0[0] >= 0 && $0[1] >= 0 }) else {
      return ["costs.under_tiers is \(tiers): give pairs of a share and a cost"]
    }
    guard zip(tiers, tiers.dropFirst()).allSatisfy({ $0[1] <= $1[1] }) else {
      return ["costs.under_tiers is \(tiers): give costs that do not fall"]
    }
    return []
  }

  /// Faults of the kinds of shift.
  var shiftTypes: [String] {
    instance.shiftTypes.enumerated().compactMap { index, type in
      if type.presence < 1 || type.presence > Self.daySlots {
        return "shift_types[\(index)].presence is \(type.presence): give 1 to \(Self.daySlots)"
      }
      if type.paid < 0 { return "shift_types[\(index)].paid is \(type.paid): give 0 or more" }
      if type.pauses.count > 8 || type.pauses.contains(where: { $0 < 1 }) {
        return "shift_types[\(index)].pauses is \(type.pauses): give at most 8 lengths above 0"
      }
      return nil
    }
  }

  /// Faults of budgets, sessions and heads.
  var coupling: [String] {
    var found = instance.otBudget.enumerated().filter { $1 < 0 }.map {
      "ot_budget[\($0)] is \($1): give 0 or more"
    }
    for (index, session) in instance.sessions.enumerated() {
      if session.id != index {
        found.append("sessions[\(index)].id is \(session.id): give \(index)")
      }
      if session.day < 0 || session.day >= TeamChecker.dayCount || session.start < 0
        || session.len < 1 || session.start + session.len > Self.daySlots
      {
        found.append("sessions[\(index)] does not lie within a day of the week: move it")
      }
      if session.cap < 0 {
        found.append("sessions[\(index)].cap is \(session.cap): give 0 or more")
      }
    }
    for (index, limit) in (instance.heads ?? []).enumerated() {
      if limit.from < 0 || limit.from >= limit.until || limit.until > Self.slots {
        found.append(
          "heads[\(index)] is from \(limit.from) until \(limit.until): give slots of the week"
        )
      }
      if (limit.least ?? 0) < 0 || (limit.least ?? 0) > (limit.most ?? .max) {
        found.append(
          "heads[\(index)] is at least \(limit.least ?? 0), at most \(limit.most ?? .max): "
            + "give a range"
        )
      }
    }
    return found
  }
}

extension TeamFaults {
  /// Faults of one agent.
  func faults(of agent: TeamInstance.Agent, at index: Int) -> [String] {
    let name = "agents[\(index)]"
    var found: [String] = []
    if instance.agents.firstIndex(where: { $0.id == agent.id }) != index {
      found.append("\(name).id is \(agent.id): another agent has it")
    }
    if !instance.groups.indices.contains(agent.group) {
      found.append("\(name).group is \(agent.group): there is no such group")
    }
    if !instance.otBudget.indices.contains(agent.site) {
      found.append("\(name).site is \(agent.site): there is no such site")
    }
    for type in agent.types where !instance.shiftTypes.indices.contains(type) {
      found.append("\(name).types has \(type): there is no such shift type")
    }
    for session in agent.training ?? [] where !instance.sessions.indices.contains(session) {
      found.append("\(name).training has \(session): there is no such session")
    }
    return found + ranges(of: agent, name) + changes(of: agent, name)
  }

  private func ranges(of agent: TeamInstance.Agent, _ name: String) -> [String] {
    var found: [String] = []
    if agent.avail.count != TeamChecker.dayCount
      || agent.avail.contains(where: { $0.map { $0.count != 2 } ?? false })
    {
      found.append("\(name).avail: give first and last slot, or null, for each of 7 days")
    } else if let day = agent.avail.firstIndex(where: { $0.map { $0[0] >= $0[1] } ?? false }) {
      found.append(
        "\(name).avail[\(day)] is \(agent.avail[day] ?? []): give the first slot before the last"
      )
    }
    if let band = agent.prefStart, band.count != 2 {
      found.append("\(name).pref_start is \(band): give first and last slot, or null")
    }
    if agent.daysMin < 0 || agent.daysMin > agent.daysMax {
      found.append("\(name): days \(agent.daysMin) to \(agent.daysMax): give a range")
    }
    if agent.paidMin < 0 || agent.paidMin > agent.paidMax {
      found.append("\(name): paid slots \(agent.paidMin) to \(agent.paidMax): give a range")
    }
    if agent.prevConsec < 0 || agent.weekendHist < 0 || agent.otAfter < 0 {
      found.append("\(name): prev_consec, weekend_hist and ot_after: give 0 or more")
    }
    if agent.prevEnd > -900, agent.prevEnd + instance.rules.minRest > Self.daySlots {
      found.append("\(name).prev_end is \(agent.prevEnd): the rest must end on Monday")
    }
    if !agent.wage.isFinite || agent.wage < 0 {
      found.append("\(name).wage is \(agent.wage): give 0 or more")
    }
    return found
  }

  private func changes(of agent: TeamInstance.Agent, _ name: String) -> [String] {
    var found: [String] = []
    if let tenths = agent.tenths, !(0...100).contains(tenths) {
      found.append("\(name).tenths is \(tenths): give 0 to 100")
    }
    let changes = agent.groupChanges ?? []
    for change in changes {
      if !(0..<Self.slots).contains(change.slot) {
        found.append("\(name).group_changes has slot \(change.slot): give 0 to \(Self.slots - 1)")
      }
      if !instance.groups.indices.contains(change.group) {
        found.append("\(name).group_changes has group \(change.group): there is no such group")
      }
    }
    if Set(changes.map(\.slot)).count != changes.count {
      found.append("\(name).group_changes has a slot twice: give each once")
    }
    return found
  }
}
