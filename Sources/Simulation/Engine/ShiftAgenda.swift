/// The ends of work that may be put off or given up, one per shift at most: a heap that knows the
/// place of each shift.
struct ShiftAgenda: ~Copyable {
  private var times: FlatStorage<Double>
  private var owners: FlatStorage<Int32>
  /// The place of each shift; negative when it is not in.
  private var places: FlatStorage<Int32>
  private var count = 0
  /// The earliest end; infinite when there is none.
  private(set) var nextTime = Double.infinity

  init(shifts: Int) {
    times = FlatStorage(repeating: .infinity, count: shifts)
    owners = FlatStorage(repeating: -1, count: shifts)
    places = FlatStorage(repeating: -1, count: shifts)
  }

  /// Whose the earliest end is; there must be one.
  var first: Int { Int(owners[0]) }

  /// Puts the end of a shift's work to a time.
  mutating func set(_ shift: Int, to time: Double) {
    var place = Int(places[shift])
    if place < 0 {
      place = count
      count += 1
    }
    settle(time, shift, from: place)
  }

  /// Takes a shift out, if it is in.
  mutating func remove(_ shift: Int) {
    let place = Int(places[shift])
    guard place >= 0 else { return }
    count -= 1
    places[shift] = -1
    if place < count {
      settle(times[count], Int(owners[count]), from: place)
    } else {
      nextTime = count > 0 ? times[0] : .infinity
    }
  }

  private mutating func settle(_ time: Double, _ shift: Int, from start: Int) {
    var place = start
    while place > 0, time < times[(place - 1) / 2] {
      move((place - 1) / 2, to: place)
      place = (place - 1) / 2
    }
    while 2 * place + 1 < count {
      let left = 2 * place + 1
      let right = left + 1
      let child = right < count && times[right] < times[left] ? right : left
      guard times[child] < time else { break }
      move(child, to: place)
      place = child
    }
    times[place] = time
    owners[place] = Int32(truncatingIfNeeded: shift)
    places[shift] = Int32(truncatingIfNeeded: place)
    nextTime = times[0]
  }

  private mutating func move(_ source: Int, to target: Int) {
    times[target] = times[source]
    owners[target] = owners[source]
    places[Int(owners[target])] = Int32(truncatingIfNeeded: target)
  }
}
