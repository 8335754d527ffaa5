import Scorecard
import Testing
import Workforce

/// The code that the landing page quotes.
@Suite struct LandingPageTests {
  @Test func `no figures raise no ticket`() {
    let outcome = EarlyWarning(ScorecardSettings()).outcome([])
    #expect(outcome.tickets.isEmpty)
  }
}
