import Workforce

/// What to say about a text that is no time zone.
public enum ZoneAdvice {
  /// The nearest name, or what is accepted.
  public static func advice(for given: String) -> String {
    let zone = TextValue<Zone>.zone
    return zone.hint(given) ?? "Write \(zone.accepted)."
  }
}
