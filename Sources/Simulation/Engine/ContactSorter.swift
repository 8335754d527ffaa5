/// Puts the contacts of an interval in order of arrival, in storage that it keeps.
///
/// As many buckets as contacts, then insertion: linear time on average, since moments are spread
/// evenly over the interval.
struct ContactSorter: ~Copyable {
  private var ends = FlatStorage(repeating: Int32(0), count: 512)
  private var sorted = FlatStorage(repeating: Contact.blank, count: 512)
  /// How many contacts were sorted last.
  private(set) var count = 0

  /// The contacts last sorted, ascending by arrival.
  subscript(index: Int) -> Contact { @inline(__always) get { sorted[index] } }

  /// Sorts the first `length` contacts, which arrive within `step` seconds of `start`.
  mutating func sort(
    _ contacts: borrowing FlatStorage<Contact>,
    _ length: Int,
    from start: Double,
    step: Double
  ) {
    count = length
    if length > ends.count {
      ends = FlatStorage(repeating: 0, count: 2 * length)
      sorted = FlatStorage(repeating: .blank, count: 2 * length)
    }
    let scale = Double(length) / step
    let last = length - 1
    for bucket in 0..<length { ends[bucket] = 0 }
    for index in 0..<length {
      ends[min(last, Int((contacts[index].arrival - start) * scale))] += 1
    }
    var sum: Int32 = 0
    for bucket in 0..<length {
      sum += ends[bucket]
      ends[bucket] = sum
    }
    for index in stride(from: last, through: 0, by: -1) {
      let bucket = min(last, Int((contacts[index].arrival - start) * scale))
      ends[bucket] -= 1
      sorted[Int(ends[bucket])] = contacts[index]
    }
    insertionSort()
  }

  private mutating func insertionSort() {
    guard count > 1 else { return }
    var before = sorted[0].arrival
    for index in 1..<count {
      let contact = sorted[index]
      guard contact.arrival < before else {
        before = contact.arrival
        continue
      }
      var place = index
      while place > 0, sorted[place - 1].arrival > contact.arrival {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = contact
    }
  }
}
