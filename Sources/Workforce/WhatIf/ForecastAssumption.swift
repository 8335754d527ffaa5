/// A change to what is expected, asked for by a what-if.
///
/// Assumptions act after planners' overrides, in their order.
public enum ForecastAssumption: Hashable, Sendable {
  /// A time, multiplied or set.
  public enum Scaling: Hashable, Sendable {
    /// It is multiplied by this, above 0.
    case factor(Double)
    /// Its mean becomes this, above zero.
    case mean(Duration)
  }

  /// A week out of the forecast's band.
  public enum Quantile: String, CaseIterable, Sendable {
    /// A quiet week: one in ten is quieter.
    case p10
    /// The expected week.
    case p50
    /// A busy week: one in ten is busier.
    case p90
  }

  /// Contacts are multiplied by a factor of at least 0, on some dates or always.
  case volume(queue: String?, factor: Double, dates: ClosedRange<LocalDate>?)
  /// Contacts grow by a share each year, from a date on.
  case growth(queue: String?, perYear: Double, since: LocalDate)
  /// A share of a queue's contacts goes to another one, and takes there so many times the handle time of
  /// the others.
  case migration(from: String, to: String, share: Fraction, handleTimeFactor: Double)
  /// Handle times change.
  case handleTime(queue: String?, Scaling)
  /// The time that contacts wait before they leave changes.
  case patience(queue: String?, Scaling)
  /// Self-service resolves another share of all contacts: of a channel, or before they ask for a queue.
  case containment(channel: String, share: Fraction)
  /// A queue is open at times when it was not before, and expects so many contacts in each such hour.
  case openedHours(queue: String, before: OpeningHours, arrivalsPerHour: Double)
  /// Every queue has a quiet, the expected or a busy week.
  case quantile(Quantile)
}
