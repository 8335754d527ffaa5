import Foundation
import Rostering

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
            start: shift.start - shift.day * 96,
            breaks: instance.shiftTypes[shift.shape].pauses.indices.map { Int(shift.pauses[$0]) },
            training: shift.session < 0 ? nil : shift.session
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
