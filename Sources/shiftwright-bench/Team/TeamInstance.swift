/// A team benchmark instance (`team-format.md`); field names follow the file's.
struct TeamInstance: Decodable {
  struct Queue: Decodable {
    var weight: Double
    var req: [Int]
  }
  struct Group: Decodable {
    var queues: [Int]
  }
  struct Agent: Decodable {
    var id: Int
    var group: Int
    var site: Int
    var types: [Int]
    var wage: Double
    var avail: [[Int]?]
    var daysMin: Int
    var daysMax: Int
    var paidMin: Int
    var paidMax: Int
    var otAfter: Int
    var prefStart: [Int]?
    var prefOff: [Int]
    var prevEnd: Int
    var prevConsec: Int
    var weekendHist: Int
    var training: [Int]?
    /// Tenths of a person that the agent is worth; 10 where absent.
    var tenths: Int?
    /// Later groups: from a slot of the week on.
    var groupChanges: [GroupChange]?
  }
  struct GroupChange: Decodable {
    var slot: Int
    var group: Int
  }
  struct Session: Decodable {
    var id: Int
    var site: Int
    var day: Int
    var start: Int
    var len: Int
    var cap: Int
  }
  /// How many agents of a site, or of those named, may be present in each slot.
  struct Heads: Decodable {
    var site: Int?
    var agents: [Int]?
    var from: Int
    var until: Int
    var least: Int?
    var most: Int?
  }
  struct Rules: Decodable {
    var minStretch: Int
    var maxStretch: Int
    var minRest: Int
    var maxStartChange: Int
    var maxConsec: Int
  }
  struct Costs: Decodable {
    var underTiers: [[Double]]
    var over: Double
    var otPremium: Double
    var startDevPerSlot: Double
    var prefOff: Double
    var stabilityPerSlot: Double
    var weekendSq: Double
  }

  var name: String
  var open: [Int]
  var startStep: Int
  var queues: [Queue]
  var groups: [Group]
  var shiftTypes: [ShapeType]
  var agents: [Agent]
  var otBudget: [Int]
  var rules: Rules
  var costs: Costs
  var sessions: [Session]
  var heads: [Heads]?

  struct ShapeType: Decodable {
    var paid: Int
    var presence: Int
    var pauses: [Int]
    var lunchLo: Int?
    var lunchHi: Int?
  }
}
