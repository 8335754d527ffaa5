public import Workforce

/// `intraday.csv`: the rest of a day, re-forecast.
public enum IntradayFile {
  /// The file's name.
  public static let name = "intraday.csv"

  static let columns = [
    "queue", "interval_start", "planned", "came", "arrivals", "low95", "low80", "high80", "high95",
    "agents", "probability_enough",
  ]

  /// One row per open queue and interval of the day.
  public static func csv(_ forecast: IntradayForecast) -> String {
    var csv = CSVText(header: columns)
    let grid = forecast.grid
    for queue in forecast.queues {
      for index in 0..<grid.count where queue.isOpen[index] {
        let band = queue.updated
        let cover = queue.coverage[index]
        csv.append(
          [
            queue.queue, grid.zone.text(of: grid.instant(at: index)),
            Numbers.text(queue.planned[index]), queue.came[index].map(Numbers.text) ?? "",
          ]
            + [band.mean, band.low95, band.low80, band.high80, band.high95].map {
              Numbers.text($0[index])
            } + [
              cover.map { Numbers.text($0.agents) } ?? "",
              cover.map { Numbers.text($0.probability) } ?? "",
            ]
        )
      }
    }
    return csv.text
  }
}
