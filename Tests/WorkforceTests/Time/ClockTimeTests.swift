import Testing
import Workforce

@Suite struct ClockTimeTests {
  @Test(arguments: [("00:00", 0), ("24:00", 1440), ("09:05", 545), ("9:05", 545), ("23:59", 1439)])
  func `reads times of day`(text: String, minutes: Int) {
    #expect(ClockTime(text)?.minutes == minutes)
  }

  @Test(arguments: [
    "24:01", "25:00", "12:60", "12", "12:5", "12:05:00", ":30", "-1:00", "", "a:bc",
  ])
  func `reads nothing that is no time of day`(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test func `every minute survives a round trip`() {
    for minute in 0...1440 {
      #expect(ClockTime(ClockTime(minutes: minute)?.description ?? "")?.minutes == minute)
    }
  }

  @Test(arguments: [
    ("08:00-20:00", false, 1200), ("22:00-06:00", true, 1800), ("00:00-24:00", false, 1440),
    ("20:00-00:00", true, 1440), ("08:00-08:00", true, 1920),
  ])
  func `windows end on their day or the next`(text: String, crosses: Bool, end: Int) throws {
    let window = try #require(ClockWindow(text))
    #expect(window.crossesMidnight == crosses)
    #expect(window.endMinutes == end)
    #expect(window.description == text)
  }

  @Test(arguments: ["24:00-06:00", "08:00", "08:00-", "08:00-09:00-10:00", "08:00–09:00"])
  func `reads nothing that is no window`(text: String) {
    #expect(ClockWindow(text) == nil)
  }

  @Test(arguments: [
    ("2026-03-02T09:30", "2026-03-02T09:30"), ("2026-03-02 09:30", "2026-03-02T09:30"),
    ("2026-03-02 09:30:00", "2026-03-02T09:30"), ("2026-03-02T09:30:15", "2026-03-02T09:30:15"),
  ])
  func `reads local times`(text: String, written: String) {
    #expect(LocalDateTime(text)?.description == written)
  }

  @Test(arguments: ["2026-03-02", "2026-03-02T24:00", "2026-03-02x09:30", "2026-02-30T09:30", ""])
  func `reads nothing that is no local time`(text: String) {
    #expect(LocalDateTime(text) == nil)
  }

  @Test func `minutes carry over days in both directions`() throws {
    let time = try #require(LocalDateTime("2026-03-01T00:10"))
    #expect(time.adding(minutes: -20).description == "2026-02-28T23:50")
    #expect(time.adding(minutes: 2 * 1440 + 5).description == "2026-03-03T00:15")
    #expect(LocalDateTime(date: time.date, secondOfDay: 86_400).description == "2026-03-02T00:00")
    #expect(LocalDateTime(date: time.date, secondOfDay: -1).description == "2026-02-28T23:59:59")
    #expect(LocalDateTime(date: time.date, time: .endOfDay).description == "2026-03-02T00:00")
  }

  @Test func `durations convert`() {
    #expect(Duration.minutes(90).inHours == 1.5)
    #expect(Duration.hours(0.25) == .minutes(15))
    #expect(Duration.seconds(89).wholeMinutes == 1)
    #expect(Duration.seconds(90).wholeMinutes == 2)
    #expect(Duration.milliseconds(1500).inSeconds == 1.5)
  }
}
