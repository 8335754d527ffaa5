/// Contacts that people handle beside others, each of which slows them down.
///
/// With k in hand, a contact of slowdown α is worked off at the speed 1 ÷ (1 + α(k − 1)): its end
/// moves whenever another one comes or goes.
struct SharedWork: ~Copyable {
  /// A contact in hand.
  struct Slot: BitwiseCopyable {
    var contact = Contact.blank
    /// When it was answered.
    var start = 0.0
    /// What is left, in seconds alone.
    var remaining = 0.0
    var slowdown = 0.0
  }

  /// What one shift has in hand.
  struct Hands: BitwiseCopyable {
    var count: Int32 = 0
    /// The slot that ends first.
    var next: Int32 = 0
    /// The moment for which what is left counts.
    var updated = 0.0
  }

  private var slots: FlatStorage<Slot>
  private var hands: FlatStorage<Hands>
  private let width: Int

  /// Makes room for so many contacts at once per shift.
  init(shifts: Int, width: Int) {
    slots = FlatStorage(repeating: Slot(), count: shifts * width)
    hands = FlatStorage(repeating: Hands(), count: shifts)
    self.width = width
  }

  /// Adds a contact and gives the moment at which the first of the shift ends.
  mutating func add(_ slot: Slot, to shift: Int) -> Double {
    pass(to: slot.start, shift)
    slots[shift * width + Int(hands[shift].count)] = slot
    hands[shift].count += 1
    return nextEnd(of: shift)
  }

  /// Takes out the contact that ends now, and gives the next end; infinite when it was the last.
  mutating func removeNext(of shift: Int, at time: Double) -> (ended: Slot, next: Double) {
    pass(to: time, shift)
    let place = shift * width + Int(hands[shift].next)
    let ended = slots[place]
    hands[shift].count -= 1
    slots[place] = slots[shift * width + Int(hands[shift].count)]
    return (ended, nextEnd(of: shift))
  }

  /// Counts the work done up to a moment.
  private mutating func pass(to time: Double, _ shift: Int) {
    let count = Int(hands[shift].count)
    let elapsed = time - hands[shift].updated
    for place in shift * width..<shift * width + count {
      slots[place].remaining -= elapsed / factor(slots[place], count)
    }
    hands[shift].updated = time
  }

  private mutating func nextEnd(of shift: Int) -> Double {
    let count = Int(hands[shift].count)
    var first = Double.infinity
    for index in 0..<count {
      let slot = slots[shift * width + index]
      let end = hands[shift].updated + max(0, slot.remaining) * factor(slot, count)
      if end < first {
        first = end
        hands[shift].next = Int32(truncatingIfNeeded: index)
      }
    }
    return first
  }

  private func factor(_ slot: Slot, _ count: Int) -> Double {
    1 + slot.slowdown * Double(count - 1)
  }
}
