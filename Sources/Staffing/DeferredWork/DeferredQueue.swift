public import Workforce

/// Work that may be done at any time between its release and its due time.
///
/// Times are slots, amounts are hours of one person. Work of a slot comes evenly over it and may be
/// done from then on.
public struct DeferredQueue: Hashable, Sendable {
  /// Work that is there before the first slot.
  public struct Backlog: Hashable, Sendable {
    /// Hours of one person, at least 0.
    public var hours: Double
    /// The slot at whose end it is due; below 0 when it is late already.
    public var dueSlot: Int

    /// Makes a part of a backlog.
    public init(hours: Double, dueSlot: Int) {
      self.hours = hours
      self.dueSlot = dueSlot
    }
  }

  /// Where further work comes from: what another queue has done.
  public struct Source: Hashable, Sendable {
    /// The place of the other queue, before this one.
    public var queue: Int
    /// Hours that come for each hour done there: share of the items × the handle times' ratio.
    public var hoursPerHour: Double

    /// Makes a source.
    public init(queue: Int, hoursPerHour: Double) {
      self.queue = queue
      self.hoursPerHour = hoursPerHour
    }
  }

  /// What it is called.
  public var name: String
  /// Hours that customers bring in each slot, at least 0.
  public var released: [Double]
  /// When work released in each slot is due.
  public var due: DueSlots
  /// In which slots the work may be done.
  public var isEligible: [Bool]
  /// What is there before.
  public var backlog: [Backlog]
  /// What comes from another queue.
  public var source: Source?

  /// Makes a queue; all arrays have one entry per slot.
  public init(
    name: String,
    released: [Double],
    due: DueSlots,
    isEligible: [Bool],
    backlog: [Backlog] = [],
    source: Source? = nil
  ) {
    precondition(
      released.count == isEligible.count && released.count == due.slots.count,
      "every slot needs released work, a due time and an eligibility"
    )
    precondition(
      (released + backlog.map(\.hours)).allSatisfy { $0 >= 0 && $0.isFinite },
      "hours of work must be finite and not negative"
    )
    self.name = name
    self.released = released
    self.due = due
    self.isEligible = isEligible
    self.backlog = backlog
    self.source = source
  }
}

/// The slot at whose end work is due, for each slot in which it is released.
public struct DueSlots: Hashable, Sendable {
  /// Never falling; as many as slots or more where work is due after the last one.
  public let slots: [Int]
  /// The share of the time to the due time that has passed by the end of the last slot, at most 1.
  public let elapsedShares: [Double]

  /// Counts the time until work is due.
  ///
  /// The time counts in whole slots, rounded down. Work that comes while a service clock stands is
  /// due as if it came when the clock goes on. After the last slot the clock always runs.
  ///
  /// - Parameters:
  ///   - time: From release to due time, at least 0.
  ///   - hours: The clock that counts.
  ///   - isOpen: Whether the queue is open, for each slot.
  ///   - slotMinutes: Length of a slot.
  public init(after time: Duration, on hours: DueHours, isOpen: [Bool], slotMinutes: Int) {
    precondition(time >= .zero, "a due time must not lie before the release")
    precondition(slotMinutes > 0, "a slot must be longer than zero")
    let length = Int((time.inSeconds / Double(60 * slotMinutes) + 1e-9).rounded(.down))
    let runs = hours == .clock ? isOpen.map { _ in true } : isOpen
    let running = runs.indices.filter { runs[$0] }
    var slots: [Int] = []
    var shares: [Double] = []
    var passed = 0
    for slot in runs.indices {
      // Running slots up to and with this one.
      if runs[slot] { passed += 1 }
      let place = runs[slot] ? passed - 1 + length : passed + max(0, length - 1)
      slots.append(
        place < running.count ? running[place] : runs.count + place - running.count
      )
      shares.append(
        length > 0 ? min(1, Double(running.count - passed) / Double(length)) : 1
      )
    }
    self.slots = slots
    elapsedShares = shares
  }
}
