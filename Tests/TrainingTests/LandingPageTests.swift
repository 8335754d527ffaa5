import Testing
import Training
import Workforce

/// The code that the landing page quotes.
@Suite struct LandingPageTests {
  @Test func `a certificate of a leap day lapses on the first of March`() throws {
    let date = try #require(LocalDate("2024-02-29"))
    let lapse = LapseRule.lapse(of: .months(12), attained: date)
    #expect(lapse == LocalDate("2025-03-01"))
  }
}
