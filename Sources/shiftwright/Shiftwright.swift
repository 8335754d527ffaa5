@main
struct Shiftwright {
  static func main() {}
}
