/// What made-up books are made of: words, names and publishers, none taken from a list of books.
enum GeneratorWords {
  /// Single syllables, the commonest of running text first.
  static let commonSyllables = [
    "và của các một trong những về cho với là được người có không từ đến ở như khi",
    "nước dân đời nhà sách học làm sống đất trời biển sông núi rừng hoa cây lá chim cá mùa",
    "xuân hạ thu đông ngày đêm sáng tối trẻ già con mẹ cha anh em bạn thầy trò tình yêu nhớ",
    "đi về ra vào lên xuống trên dưới trước sau xưa nay mới cũ lớn nhỏ cao sâu xa gần",
  ]

  /// Words of two syllables and more that titles live on.
  static let phrases = [
    "giáo trình", "lịch sử", "việt nam", "văn học", "nghiên cứu", "cơ sở", "dữ liệu", "lập trình",
    "khoa học", "xã hội", "kinh tế", "chính trị", "triết học", "toán học", "vật lý", "hoá học",
    "sinh học", "địa lý", "tiếng anh", "tiếng việt", "từ điển", "truyện ngắn", "tiểu thuyết",
    "thơ ca", "tuyển tập", "toàn tập", "bài tập", "hướng dẫn", "phương pháp", "kỹ thuật",
    "công nghệ", "thông tin", "quản lý", "nhập môn", "đại cương", "nâng cao", "cơ bản", "thực hành",
    "lý thuyết", "ứng dụng", "phát triển", "nông nghiệp", "công nghiệp", "môi trường", "sức khoẻ",
    "y học", "cổ truyền", "dân gian", "văn hoá", "nghệ thuật", "âm nhạc", "kiến trúc", "hà nội",
    "sài gòn", "thăng long", "đồng bằng", "sông cửu long", "tây nguyên", "miền trung",
    "hồ chí minh",
    "chủ nghĩa", "cách mạng", "kháng chiến", "thế giới", "thế kỷ", "con người", "cuộc đời",
    "tuổi thơ", "quê hương", "gia đình", "pháp luật", "hiến pháp", "giáo dục", "thư viện",
    "đường lối", "đổi mới", "hội nhập", "doanh nghiệp", "thị trường", "ngân hàng", "tài chính",
    "kế toán", "điện tử", "cơ khí", "xây dựng", "thiết kế", "phân tích", "hệ thống",
    "mạng máy tính",
    "trí tuệ", "tâm lý", "ngôn ngữ", "ngữ pháp", "danh nhân", "truyền thuyết", "cổ tích",
    "du lịch", "ẩm thực", "món ăn", "chăn nuôi", "trồng trọt", "thuỷ sản", "lâm nghiệp",
    "bảo tồn", "di sản", "khảo cổ", "dân tộc", "tôn giáo", "phật giáo", "đạo đức", "lối sống",
  ]

  /// Family names with their share in the population, in per cent.
  static let surnames: [(name: String, weight: Double)] = [
    ("Nguyễn", 38.4), ("Trần", 12.1), ("Lê", 9.5), ("Phạm", 7.0), ("Hoàng", 3.1), ("Huỳnh", 2.0),
    ("Phan", 4.5), ("Vũ", 2.4), ("Võ", 1.5), ("Đặng", 2.1), ("Bùi", 2.0), ("Đỗ", 1.4), ("Hồ", 1.3),
    ("Ngô", 1.3), ("Dương", 1.0), ("Lý", 0.5), ("Đinh", 0.9), ("Trịnh", 0.7), ("Mai", 0.7),
    ("Đoàn", 0.7), ("Lương", 0.7), ("Trương", 1.2), ("Cao", 0.6), ("Hà", 0.7), ("Tạ", 0.5),
    ("Tôn Nữ", 0.1), ("Tôn Thất", 0.1), ("Chu", 0.4), ("Thái", 0.4), ("Quách", 0.3), ("Lại", 0.3),
    ("Tô", 0.4), ("Vương", 0.4), ("Phùng", 0.4), ("Châu", 0.4),
  ]

  static let middleNames = [
    "Văn", "Thị", "Hữu", "Đức", "Minh", "Thị Thu", "Thị Ngọc", "Quang", "Xuân", "Ngọc", "Thanh",
    "Đình", "Quốc", "Công", "Hồng", "Thị Mỹ", "Duy", "Bá", "Trọng", "Kim", "Thị Kim", "Hoàng",
  ]

  static let givenNames = [
    "An", "Anh", "Ánh", "Bình", "Bích", "Châu", "Chi", "Cường", "Dung", "Dũng", "Dương", "Đạt",
    "Đức", "Giang", "Hà", "Hải", "Hạnh", "Hằng", "Hiền", "Hiếu", "Hoa", "Hoà", "Hoàng", "Hùng",
    "Huy", "Hương", "Khánh", "Khoa", "Kiên", "Lan", "Liên", "Linh", "Loan", "Long", "Mai", "Minh",
    "My", "Nam", "Nga", "Ngân", "Nghĩa", "Ngọc", "Nguyên", "Nhung", "Oanh", "Phong", "Phúc",
    "Phương", "Quân", "Quang", "Quỳnh", "Sơn", "Tâm", "Tân", "Thảo", "Thắng", "Thành", "Thu",
    "Thuỷ", "Thương", "Tiến", "Toàn", "Trang", "Trung", "Trường", "Tú", "Tuấn", "Tùng", "Uyên",
    "Vân", "Việt", "Vinh", "Vy", "Xuân", "Yến",
  ]

  static let publishers = [
    "Giáo dục", "Trẻ", "Kim Đồng", "Văn học", "Khoa học và Kỹ thuật", "Khoa học xã hội",
    "Chính trị quốc gia", "Hội Nhà văn", "Lao động", "Phụ nữ", "Thế giới", "Y học", "Nông nghiệp",
    "Xây dựng", "Đà Nẵng", "Thuận Hoá", "Tổng hợp Thành phố Hồ Chí Minh", "Đại học Quốc gia Hà Nội",
    "Văn hoá dân tộc", "Quân đội nhân dân",
  ]

  static let initials = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  static let rimes = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm",
    "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "em", "en", "eo",
    "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "im", "in",
    "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "o", "oa", "oai",
    "oan", "oang", "oc", "oe", "oi", "om", "on", "ong", "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn",
    "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u", "ua", "uc", "ui", "um", "un", "ung",
    "up", "ut", "uy", "uyên", "uyêt", "uân", "uât", "uê", "uôc", "uôi", "uôn", "uông", "uôt", "ư",
    "ưa", "ưc", "ưng", "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "y",
  ]
}
