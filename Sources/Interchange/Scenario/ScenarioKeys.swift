import Workforce

/// The keys of `scenario.yaml`, in the order in which they are written.
enum ScenarioKeys {
  static let top = [
    "name", "synthetic", "time_zone", "interval_minutes", "roster_slot_minutes",
    "shift_start_minutes", "seed", "currency", "forecast", "shrinkage", "target_period", "queues",
    "sites", "shift_templates", "rules", "contracts", "costs",
  ]
  static let forecast = ["method", "hygiene"]
  static let hygiene = HygieneFault.allCases.filter(\.isSwitchable).map(\.rawValue)
  static let queue = [
    "name", "channel", "skill", "opening_hours", "target", "patience_seconds", "aht_seconds",
    "handle_time_variation", "concurrency", "weight", "records", "abandonment", "like",
    "like_factor", "daily_arrivals",
  ]
  static let target = [
    "service_level", "within_seconds", "definition", "speed_of_answer_seconds",
    "maximum_abandonment", "maximum_occupancy", "interval_floor", "minimum_agents",
  ]
  static let site = ["name", "overtime_budget_hours", "time_zone"]
  static let template = [
    "name", "length_minutes", "minimum_stretch_minutes", "maximum_stretch_minutes", "breaks",
  ]
  static let pause = ["kind", "minutes", "paid", "earliest_share", "latest_share"]
  static let rules = [
    "minimum_rest_hours", "maximum_consecutive_days", "maximum_start_change_hours",
  ]
  static let contract = [
    "name", "wage_per_hour", "weekly_hours", "days_per_week", "shift_templates", "shift_window",
    "rules",
  ]
  static let weeklyHours = ["minimum", "maximum", "overtime_after"]
  static let days = ["minimum", "maximum"]
  static let costs = [
    "cover", "understaffing", "overstaffing_per_hour", "overtime_premium",
    "start_preference_per_hour",
    "day_off_preference", "start_change_per_hour", "weekend_fairness",
  ]
  static let tier = ["share", "cost_per_hour"]
}
