/// The contacts in hand by the moment they end: a heap with four children per node.
struct CompletionHeap {
  private struct Entry {
    var time: Double
    var shift: Int
  }

  private var entries: [Entry] = []

  /// The earliest end; infinite when nothing is in hand.
  var nextTime: Double { entries.isEmpty ? .infinity : entries[0].time }

  mutating func insert(time: Double, shift: Int) {
    var place = entries.count
    let entry = Entry(time: time, shift: shift)
    entries.append(entry)
    while place > 0 {
      let parent = (place - 1) / 4
      guard time < entries[parent].time else { break }
      entries[place] = entries[parent]
      place = parent
    }
    entries[place] = entry
  }

  /// Takes the earliest end out and says whose it is; there must be one.
  mutating func removeFirst() -> Int {
    let shift = entries[0].shift
    let last = entries.removeLast()
    if !entries.isEmpty { sink(last) }
    return shift
  }

  private mutating func sink(_ entry: Entry) {
    var place = 0
    let count = entries.count
    while true {
      let first = 4 * place + 1
      guard first < count else { break }
      var least = first
      for child in first + 1..<max(first + 1, min(first + 4, count))
      where entries[child].time < entries[least].time { least = child }
      guard entries[least].time < entry.time else { break }
      entries[place] = entries[least]
      place = least
    }
    entries[place] = entry
  }
}
