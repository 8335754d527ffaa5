import Staffing
public import Workforce

/// Answers a staffing question without any scenario.
public enum QuickStaffing {
  /// The fewest agents that meet all demands, with the service of a few more and a few less.
  ///
  /// - Parameters:
  ///   - question: The work and the demands.
  ///   - center: The number of agents to show in the middle; the answer when `nil`.
  /// - Returns: The need, with three numbers on each side.
  public static func answer(
    _ question: StaffingQuestion,
    around center: Int? = nil
  ) -> StaffingAnswer {
    StaffingCalculator(question).answer(around: center, spread: 3)
  }
}
