import Foundation
import Rostering
import Workforce

/// A roster in the format of the team instances' checker.
struct TeamRoster: Codable {
  struct Agent: Codable {
    let id: Int
    let shifts: [Shift]
  }
  struct Shift: Codable {
    let day: Int
    let type: Int
    let start: Int
    let breaks: [Int]
    let training: Int?
  }

  private static let daySlots = 96

  let instance: String
  let agents: [Agent]

  init(instance: String, agents: [Agent]) {
    self.instance = instance
    self.agents = agents
  }

  init(_ instance: TeamInstance, tours: [PlannedTour]) {
    self.instance = instance.name
    agents = zip(instance.agents, tours).map { agent, tour in
      Agent(
        id: agent.id,
        shifts: tour.shifts.map { shift in
          Shift(
            day: shift.day,
            type: shift.shape,
            start: shift.start - shift.day * Self.daySlots,
            breaks: instance.shiftTypes[shift.shape].pauses.indices.map { Int(shift.pauses[$0]) },
            training: shift.agenda < 0 ? nil : shift.agenda
          )
        }
      )
    }
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(self)
  }
}

extension TeamRoster {
  /// The weeks, in the order of the instance's people.
  func tours(_ problem: RosterProblem) throws(ShiftwrightError) -> [PlannedTour] {
    guard agents.count == problem.employees.count else {
      throw ShiftwrightError(
        "The roster has \(agents.count) people, the instance \(problem.employees.count).\n"
          + "Give a roster of this instance."
      )
    }
    return zip(agents, problem.employees).map { agent, employee in
      let shifts = agent.shifts.sorted { $0.day < $1.day }.map { shift -> PlannedShift in
        var pauses = SIMD8<UInt16>(repeating: 0)
        for (index, offset) in shift.breaks.enumerated() { pauses[index] = UInt16(offset) }
        return PlannedShift(
          day: shift.day,
          start: shift.day * Self.daySlots + shift.start,
          shape: shift.type,
          group: employee.days[shift.day].group,
          agenda: shift.training ?? -1,
          pauses: pauses
        )
      }
      return problem.tour(of: shifts, employee: employee)
    }
  }
}
