/// Colors that people with any kind of color vision can tell apart.
///
/// Okabe & Ito (2008) for kinds, cividis (Nuñez, Anderton & Renslow 2018) for amounts; the latter
/// grows in luminance, so it also works in print.
enum Palette {
  static let ink = "#1b2733"
  static let muted = "#56626d"
  static let line = "#d8dee4"
  static let blue = "#0072b2"
  static let vermilion = "#b84a00"
  static let green = "#00664a"

  /// From little (dark) to much (light).
  static let amounts = [
    "#00224e", "#1f3c6e", "#43506c", "#666970", "#918b77", "#c3b369", "#fee838",
  ]

  /// Black or white, whichever reads better on a color.
  static func text(on color: String) -> String {
    let light = luminance(color)
    return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? "#000" : "#fff"
  }

  /// The relative luminance of `#rrggbb`, 0…1, by the approximation of a gamma of 2.2.
  static func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { Double(value >> $0 & 0xFF) / 255 }.map {
      $0 * $0 * $0.squareRoot().squareRoot()
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
