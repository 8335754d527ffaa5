import Foundation
import Rostering
import Workforce

/// A team benchmark instance (`team-format.md`); field names follow the file's.
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
    let training: [Int]?
    /// Tenths of a person that the agent is worth; 10 where absent.
    let tenths: Int?
    /// Later groups: from a slot of the week on.
    let groupChanges: [GroupChange]?
  }
  struct GroupChange: Decodable {
    let slot: Int
    let group: Int
  }
  struct Session: Decodable {
    let id: Int
    let site: Int
    let day: Int
    let start: Int
    let len: Int
    let cap: Int
  }
  /// How many agents of a site, or of those named, may be present in each slot.
  struct Heads: Decodable {
    let site: Int?
    let agents: [Int]?
    let from: Int
    let until: Int
    let least: Int?
    let most: Int?
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
  let sessions: [Session]
  let heads: [Heads]?

  struct ShapeType: Decodable {
    let paid: Int
    let presence: Int
    let pauses: [Int]
    let lunchLo: Int?
    let lunchHi: Int?
  }

  /// Reads an instance.
  static func load(_ url: URL) throws -> TeamInstance {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(TeamInstance.self, from: Data(contentsOf: url))
  }
}
