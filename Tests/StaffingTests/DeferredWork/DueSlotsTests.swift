import Testing
import Workforce

@testable import Staffing

@Suite struct DueSlotsTests {
  private func slots(_ time: Duration, _ hours: DueHours, _ open: String) -> [Int] {
    let isOpen = open.map { $0 == "#" }
    return DueSlots(after: time, on: hours, isOpen: isOpen, slotMinutes: 60).slots
  }

  @Test func `a clock always runs`() {
    #expect(slots(.minutes(120), .clock, "##..##") == [2, 3, 4, 5, 6, 7])
    #expect(slots(.zero, .clock, "##..") == [0, 1, 2, 3])
    // 90 minutes are one whole slot.
    #expect(slots(.minutes(90), .clock, "##..") == [1, 2, 3, 4])
  }

  @Test func `a service clock stands while the queue is closed`() {
    #expect(slots(.minutes(120), .service, "##..##") == [4, 5, 5, 5, 6, 7])
    #expect(slots(.zero, .service, "##..##") == [0, 1, 4, 4, 4, 5])
    #expect(slots(.minutes(60), .service, "....") == [4, 4, 4, 4])
  }

  /// Friday and Monday of a week in hours, open 8 to 18: four hours from Friday 16:00.
  @Test func `a weekend counts on the clock and not in service`() {
    let week = (0..<96).map { (8..<18).contains($0 % 24) && ($0 < 24 || $0 >= 72) }
    let time = Duration.minutes(240)
    let service = DueSlots(after: time, on: .service, isOpen: week, slotMinutes: 60)
    let clock = DueSlots(after: time, on: .clock, isOpen: week, slotMinutes: 60)
    #expect(service.slots[16] == 72 + 10)
    #expect(service.slots[40] == 72 + 11)
    #expect(clock.slots[16] == 20)
    #expect(clock.slots[40] == 44)
  }

  @Test func `work due after the end shows the share of its time that has passed`() {
    let due = DueSlots(
      after: .minutes(240),
      on: .clock,
      isOpen: Array(repeating: true, count: 6),
      slotMinutes: 60
    )
    #expect(due.slots == [4, 5, 6, 7, 8, 9])
    #expect(due.elapsedShares == [1, 1, 0.75, 0.5, 0.25, 0])
  }
}
