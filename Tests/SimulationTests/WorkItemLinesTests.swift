import Testing
import Workforce

@testable import Simulation

@Suite struct WorkItemLinesTests {
  private func item(_ due: Double, _ release: Double, line: Int) -> WorkItem {
    var item = WorkItem.blank
    (item.due, item.release, item.line) = (due, release, Int16(line))
    return item
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `give the item that is due first`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "items")
    var lines = WorkItemLines(lines: 3)
    var kept: [[WorkItem]] = [[], [], []]
    for step in 0..<2000 {
      let line = stream.below(3)
      if stream.unit() < 0.55 || kept[line].isEmpty {
        let due = stream.unit() < 0.1 ? Double.infinity : Double(stream.below(50))
        let new = item(due, Double(step), line: line)
        lines.insert(new)
        kept[line].append(new)
      } else {
        let least = kept[line].enumerated().min { $0.element.precedes($1.element) }
        if let least {
          #expect(lines.first(of: line) == least.element)
          #expect(lines.removeFirst(of: line) == least.element)
          kept[line].remove(at: least.offset)
        }
      }
      #expect(lines.count == kept.reduce(0) { $0 + $1.count })
      for line in 0..<3 where lines.isEmpty(line) != kept[line].isEmpty {
        Issue.record("line \(line)")
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the agenda gives the earliest end, also of moved and removed ones`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "agenda")
    var agenda = ShiftAgenda(shifts: 30)
    var ends: [Int: Double] = [:]
    for _ in 0..<3000 {
      let shift = stream.below(30)
      if stream.unit() < 0.7 {
        let time = stream.unit()
        agenda.set(shift, to: time)
        ends[shift] = time
      } else {
        agenda.remove(shift)
        ends[shift] = nil
      }
      #expect(agenda.nextTime == ends.values.min() ?? .infinity)
      if let first = ends.min(by: { $0.value < $1.value }) { #expect(agenda.first == first.key) }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `timers go off in order`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "timers")
    var heap = TimerHeap(capacity: 0)
    var times: [Double] = []
    for _ in 0..<2000 {
      if stream.unit() < 0.55 || times.isEmpty {
        let time = stream.unit()
        heap.insert(Timer(time: time, kind: .retrial, index: 0, contact: .blank))
        times.append(time)
        times.sort()
      } else {
        #expect(heap.removeFirst().time == times.removeFirst())
      }
      #expect(heap.nextTime == times.first ?? .infinity)
    }
  }
}
