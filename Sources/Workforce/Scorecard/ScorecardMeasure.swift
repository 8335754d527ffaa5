/// A figure that is counted or averaged week by week.
public struct ScorecardMeasure: Hashable, Sendable {
  /// What its weekly figures are.
  public enum Form: String, CaseIterable, Sendable {
    /// Those who count among all: a numerator and a denominator.
    case share
    /// A mean above 0, such as seconds, over so many cases.
    case mean
  }

  /// Which way is good.
  public enum Better: String, CaseIterable, Sendable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
  }

  /// The name that files use.
  public var name: String
  /// What people call it.
  public var title: String
  /// What its figures are.
  public var form: Form
  /// Which way is good.
  public var better: Better

  /// Makes a measure.
  public init(name: String, title: String, form: Form, better: Better) {
    self.name = name
    self.title = title
    self.form = form
    self.better = better
  }

  /// The measures that are known without being named in the goals file.
  public static let standard: [ScorecardMeasure] = [
    Self(name: "response_seconds", title: "Time to respond", form: .mean, better: .lower),
    Self(
      name: "answered_in_target",
      title: "Answered within the target's time",
      form: .share,
      better: .higher
    ),
    Self(name: "satisfaction", title: "Satisfied customers", form: .share, better: .higher),
    Self(name: "pass_rate", title: "Assessments passed", form: .share, better: .higher),
    Self(name: "churn", title: "Customers who left", form: .share, better: .lower),
    Self(name: "self_service", title: "Solved by self-service", form: .share, better: .higher),
    Self(
      name: "first_contact_resolution",
      title: "Solved at the first contact",
      form: .share,
      better: .higher
    ),
    Self(name: "abandonment", title: "Contacts that left", form: .share, better: .lower),
    Self(name: "complaints", title: "Contacts with a complaint", form: .share, better: .lower),
    Self(name: "quality", title: "Checks without a fault", form: .share, better: .higher),
    Self(name: "handle_seconds", title: "Handle time", form: .mean, better: .lower),
  ]
}

/// What sort of group a figure is about.
public enum FigureGroupKind: String, CaseIterable, Comparable, Sendable {
  /// The whole center.
  case center
  /// A site.
  case site
  /// A queue.
  case queue
  /// A team.
  case team

  /// Orders from the whole to the parts.
  public static func < (left: Self, right: Self) -> Bool {
    let all = allCases
    return (all.firstIndex(of: left) ?? 0) < (all.firstIndex(of: right) ?? 0)
  }
}

/// What happened in one group in one week.
public struct WeeklyFigure: Hashable, Sendable {
  /// The week.
  public var week: ISOWeek
  /// The measure's name.
  public var measure: String
  /// What sort of group it is.
  public var kind: FigureGroupKind
  /// The group's name; empty for the center.
  public var group: String
  /// How many were counted: the denominator of a share, the cases of a mean; at least 0.
  public var cases: Double
  /// Those who count, or the sum over the cases.
  public var total: Double
  /// The spread of single cases of a mean, as a standard deviation; `nil` when it is not known.
  public var deviation: Double?

  /// Makes a figure.
  public init(
    week: ISOWeek,
    measure: String,
    kind: FigureGroupKind,
    group: String,
    cases: Double,
    total: Double,
    deviation: Double? = nil
  ) {
    self.week = week
    self.measure = measure
    self.kind = kind
    self.group = group
    self.cases = cases
    self.total = total
    self.deviation = deviation
  }

  /// The share or the mean; `nil` without cases.
  public var value: Double? { cases > 0 ? total / cases : nil }
}
