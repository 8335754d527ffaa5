import Workforce

/// When items of a deferred queue are due, in seconds since the grid's start.
///
/// In service hours the time until an item is due runs only while the queue is open. After the
/// grid's end its opening hours repeat.
struct DueTimes: Sendable {
  /// Seconds until an item is due.
  let seconds: Double
  /// Seconds that the queue has been open by the start of each interval, and by the end of the
  /// last; empty when the clock always runs.
  private let opened: [Double]
  private let step: Double

  init(_ queue: QueueSettings, isOpen: [Bool], _ grid: TimeGrid) {
    seconds = queue.target.threshold.inSeconds
    step = Double(60 * grid.stepMinutes)
    var opened: [Double] = []
    if queue.dueHours == .service {
      opened = [0]
      for isOpen in isOpen { opened.append(opened[opened.count - 1] + (isOpen ? step : 0)) }
    }
    self.opened = opened
  }

  /// When an item is due that was received at `time`, at least 0; infinite when the queue never
  /// opens.
  func due(receivedAt time: Double) -> Double {
    opened.isEmpty ? time + seconds : moment(ofOpen: openSeconds(by: time) + seconds)
  }

  /// When items are due that lay there at the start: `count` of them, received evenly.
  func dueOfBacklog(_ index: Int, of count: Int) -> Double {
    let rest = seconds * (Double(index) + 0.5) / Double(count)
    return opened.isEmpty ? rest : moment(ofOpen: rest)
  }

  private var length: Double { Double(opened.count - 1) * step }
  private var cycle: Double { opened[opened.count - 1] }

  private func openSeconds(by time: Double) -> Double {
    let cycles = (time / length).rounded(.down)
    let rest = time - cycles * length
    let index = min(opened.count - 2, Int(rest / step))
    let isOpen = opened[index + 1] > opened[index]
    let within = isOpen ? rest - Double(index) * step : 0
    return cycles * cycle + opened[index] + within
  }

  /// The first moment by which the queue has been open so long.
  private func moment(ofOpen target: Double) -> Double {
    guard cycle > 0 else { return .infinity }
    var cycles = (target / cycle).rounded(.down)
    var rest = target - cycles * cycle
    if rest == 0, cycles > 0 { (cycles, rest) = (cycles - 1, cycle) }
    var (low, high) = (0, opened.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if opened[middle] >= rest { high = middle } else { low = middle + 1 }
    }
    guard low > 0 else { return cycles * length }
    return cycles * length + Double(low) * step - (opened[low] - rest)
  }
}
