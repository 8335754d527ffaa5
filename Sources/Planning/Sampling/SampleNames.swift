import Workforce

/// Made-up names of people.
enum SampleNames {
  /// A first and a last name.
  static func name(_ random: inout RandomStream) -> String {
    let first = firstNames[random.below(firstNames.count)]
    return first + " " + lastNames[random.below(lastNames.count)]
  }

  private static let firstNames = [
    "Aisha", "Alan", "Amelia", "Amir", "Anna", "Anthony", "Beth", "Callum", "Carmen", "Chloe",
    "Daniel", "David", "Deepa", "Elena", "Emily", "Ewan", "Farah", "Fiona", "George", "Grace",
    "Hannah", "Harry", "Imran", "Isla", "Jack", "James", "Joanna", "Kamal", "Karen", "Kofi",
    "Laura", "Leon", "Lucy", "Marek", "Maria", "Megan", "Michael", "Nadia", "Nathan", "Nia",
    "Oliver", "Olivia", "Owen", "Patrick", "Paula", "Priya", "Rachel", "Ravi", "Rebecca", "Rhys",
    "Ruth", "Samuel", "Sarah", "Sean", "Sofia", "Steven", "Tariq", "Thomas", "Valerie", "William",
    "Yusuf", "Zoe",
  ]

  private static let lastNames = [
    "Adams", "Ahmed", "Bailey", "Baker", "Begum", "Bennett", "Brown", "Campbell", "Carter",
    "Chapman", "Clarke", "Collins", "Cooper", "Davies", "Edwards", "Evans", "Fernandes", "Fisher",
    "Foster", "Fraser", "Graham", "Green", "Griffiths", "Hall", "Harris", "Hughes", "Hussain",
    "Jackson", "Jones", "Kelly", "Khan", "Kowalski", "Lewis", "Lloyd", "MacDonald", "Marshall",
    "Mason", "Mensah", "Mitchell", "Morgan", "Murphy", "Nowak", "Okafor", "Palmer", "Parker",
    "Patel", "Phillips", "Price", "Reid", "Richards", "Roberts", "Robinson", "Russell", "Scott",
    "Shah", "Simpson", "Singh", "Stewart", "Taylor", "Thompson", "Turner", "Walker", "Ward",
    "Watson", "Webb", "White", "Williams", "Wilson", "Wood", "Wright", "Young",
  ]
}
