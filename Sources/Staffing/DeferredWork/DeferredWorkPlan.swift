/// When deferred work is to be done, how many people that takes, and what it proves.
public struct DeferredWorkPlan: Hashable, Sendable {
  /// Work of one due time that is done too late.
  public struct LateWork: Hashable, Sendable {
    /// The slot at whose end it was due; below 0 when it was late before.
    public var dueSlot: Int
    /// Hours that are not done by then.
    public var hours: Double
    /// The slot in which the last of it is done; `nil` when some is left after the last slot.
    public var doneSlot: Int?

    /// Makes a part of the late work.
    public init(dueSlot: Int, hours: Double, doneSlot: Int?) {
      self.dueSlot = dueSlot
      self.hours = hours
      self.doneSlot = doneSlot
    }
  }

  /// The plan of one queue.
  public struct Queue: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Hours done in each slot.
    public var work: [Double]
    /// Hours that are there and not done at the end of each slot.
    public var backlog: [Double]
    /// What is late, by due time; empty when all is done in time.
    public var late: [LateWork]
    /// What one more hour that is due at the end of each slot would cost.
    public var duePrices: [Double]

    /// Makes the plan of a queue.
    public init(
      name: String,
      work: [Double],
      backlog: [Double],
      late: [LateWork],
      duePrices: [Double]
    ) {
      self.name = name
      self.work = work
      self.backlog = backlog
      self.late = late
      self.duePrices = duePrices
    }

    /// Hours that are late, over all due times.
    public var lateHours: Double { late.reduce(0) { $0 + $1.hours } }
  }

  /// One per queue, in the order given.
  public var queues: [Queue]
  /// People for deferred work in each slot, besides those whom other queues need.
  public var people: [Double]
  /// The same as whole people who do at least as much by the end of every slot.
  public var wholePeople: [Int]
  /// What one more hour of a person in each slot would save.
  public var hourPrices: [Double]
  /// The value of the linear program.
  public var objective: Double
  /// No plan has a lower value: recomputed from the duals, whatever the solver says.
  public var bound: Double

  /// Makes a plan.
  public init(
    queues: [Queue],
    people: [Double],
    wholePeople: [Int],
    hourPrices: [Double],
    objective: Double,
    bound: Double
  ) {
    self.queues = queues
    self.people = people
    self.wholePeople = wholePeople
    self.hourPrices = hourPrices
    self.objective = objective
    self.bound = bound
  }
}
