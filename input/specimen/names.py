"""Names of invented persons, cities and universities. Texts are tuples: Chinese, Russian, Belarusian, English."""

# Pinyin syllable to Cyrillic after Palladius; Belarusian follows from it, but for what the rules of that language change.
PALLADIUS = {
    "ai": "ай", "an": "ань", "ang": "ан", "bai": "бай", "bang": "бан", "bei": "бэй", "bin": "бинь", "bo": "бо",
    "cai": "цай", "cao": "цао", "chang": "чан", "chao": "чао", "chen": "чэнь", "cheng": "чэн", "chong": "чун",
    "chu": "чу", "chuan": "чуань", "chun": "чунь", "cui": "цуй", "da": "да", "dai": "дай", "dan": "дань",
    "deng": "дэн", "di": "ди", "ding": "дин", "dong": "дун", "du": "ду", "duan": "дуань", "en": "энь", "fan": "фань",
    "fang": "фан", "fei": "фэй", "feng": "фэн", "fu": "фу", "gang": "ган", "gao": "гао", "ge": "гэ", "geng": "гэн",
    "gong": "гун", "gu": "гу", "guan": "гуань", "guang": "гуан", "gui": "гуй", "guo": "го", "hai": "хай",
    "han": "хань", "hang": "хан", "hao": "хао", "he": "хэ", "heng": "хэн", "hong": "хун", "hou": "хоу", "hu": "ху",
    "hua": "хуа", "huan": "хуань", "hui": "хуэй", "ji": "цзи", "jia": "цзя", "jian": "цзянь", "jiang": "цзян",
    "jiao": "цзяо", "jie": "цзе", "jin": "цзинь", "jing": "цзин", "jiu": "цзю", "ju": "цзюй", "juan": "цзюань",
    "jun": "цзюнь", "kai": "кай", "kang": "кан", "ke": "кэ", "kong": "кун", "kun": "кунь", "lan": "лань",
    "lei": "лэй", "li": "ли", "lian": "лянь", "liang": "лян", "lin": "линь", "ling": "лин", "liu": "лю", "long": "лун",
    "lu": "лу", "luan": "луань", "lun": "лунь", "luo": "ло", "lü": "люй", "ma": "ма", "mao": "мао", "mei": "мэй",
    "meng": "мэн", "mi": "ми", "min": "минь", "ming": "мин", "mo": "мо", "mu": "му", "na": "на", "nan": "нань",
    "ning": "нин", "ou": "оу", "pan": "пань", "peng": "пэн", "pei": "пэй", "ping": "пин", "qi": "ци", "qian": "цянь",
    "qiang": "цян", "qiao": "цяо", "qin": "цинь", "qing": "цин", "qiu": "цю", "qiong": "цюн", "quan": "цюань",
    "ran": "жань", "ren": "жэнь", "rong": "жун", "ru": "жу", "rui": "жуй", "run": "жунь", "ruo": "жо", "sang": "сан",
    "sen": "сэнь", "shan": "шань", "shang": "шан", "shao": "шао", "shen": "шэнь", "sheng": "шэн", "shi": "ши",
    "shu": "шу", "shun": "шунь", "si": "сы", "song": "сун", "su": "су", "sun": "сунь", "tan": "тань", "tang": "тан",
    "tao": "тао", "tian": "тянь", "ting": "тин", "tong": "тун", "wan": "вань", "wang": "ван", "wei": "вэй",
    "wen": "вэнь", "wu": "у", "xi": "си", "xia": "ся", "xian": "сянь", "xiang": "сян", "xiao": "сяо", "xie": "се",
    "xin": "синь", "xing": "син", "xiu": "сю", "xu": "сюй", "xuan": "сюань", "xue": "сюэ", "xun": "сюнь", "ya": "я",
    "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь", "ying": "ин", "yong": "юн",
    "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь", "ze": "цзэ", "zeng": "цзэн", "zhan": "чжань",
    "zhang": "чжан", "zhao": "чжао", "zhe": "чжэ", "zhen": "чжэнь", "zheng": "чжэн", "zhi": "чжи", "zhong": "чжун",
    "zhou": "чжоу", "zhu": "чжу", "zhuo": "чжо", "zi": "цзы", "zong": "цзун", "zou": "цзоу", "zu": "цзу",
    "mou": "моу", "shangguan": "шангуань", "sima": "сыма", "ouyang": "оуян", "zhuge": "чжугэ", "nuo": "но", "lang": "лан",
    "xiong": "сюн", "dian": "дянь", "tai": "тай", "pu": "пу", "bao": "бао", "hong'an": "хунъань", "yin'an": "иньань",
}

# Family names: character, syllable.
FAMILIES_CHINESE = """王 wang 李 li 张 zhang 刘 liu 陈 chen 杨 yang 黄 huang 赵 zhao 吴 wu 周 zhou 徐 xu 孙 sun 马 ma 朱 zhu 胡 hu
    郭 guo 何 he 高 gao 林 lin 罗 luo 郑 zheng 梁 liang 谢 xie 宋 song 唐 tang 许 xu 韩 han 冯 feng 邓 deng 曹 cao 彭 peng 曾 zeng
    肖 xiao 田 tian 董 dong 袁 yuan 潘 pan 于 yu 蒋 jiang 蔡 cai 余 yu 杜 du 叶 ye 程 cheng 苏 su 魏 wei 吕 lü 丁 ding 任 ren 沈 shen
    姚 yao 卢 lu 姜 jiang 崔 cui 钟 zhong 谭 tan 陆 lu 汪 wang 范 fan 金 jin 石 shi 廖 liao 贾 jia 夏 xia 韦 wei 付 fu 方 fang 白 bai
    邹 zou 孟 meng 熊 xiong 秦 qin 邱 qiu 江 jiang 尹 yin 薛 xue 闫 yan 段 duan 雷 lei 侯 hou 龙 long 史 shi 陶 tao 黎 li 贺 he
    顾 gu 毛 mao 郝 hao 龚 gong 邵 shao 万 wan 钱 qian 严 yan 欧阳 ouyang 司马 sima 上官 shangguan 诸葛 zhuge"""

# Given names: character, syllable; for women, for men, for both.
GIVEN_WOMEN = """雨 yu 婷 ting 雪 xue 丽 li 娜 na 静 jing 敏 min 燕 yan 玲 ling 梅 mei 琳 lin 欣 xin 怡 yi 萱 xuan 颖 ying 洁 jie 倩 qian
    佳 jia 蕾 lei 薇 wei 芳 fang 兰 lan 莉 li 瑶 yao 璐 lu 妍 yan 慧 hui 珊 shan 彤 tong 菲 fei 月 yue 秀 xiu 娟 juan 琪 qi 若 ruo"""
GIVEN_MEN = """伟 wei 强 qiang 磊 lei 军 jun 勇 yong 杰 jie 涛 tao 斌 bin 超 chao 鹏 peng 刚 gang 辉 hui 毅 yi 峰 feng 凯 kai 龙 long 浩 hao
    志 zhi 建 jian 国 guo 海 hai 波 bo 振 zhen 东 dong 栋 dong 宇 yu 轩 xuan 博 bo 泽 ze 俊 jun 亮 liang 宏 hong 健 jian 恩 en 昂 ang"""
GIVEN_BOTH = """文 wen 明 ming 春 chun 晓 xiao 安 an 宁 ning 子 zi 思 si 嘉 jia 新 xin 成 cheng 永 yong 华 hua 云 yun 清 qing 晨 chen 林 lin
    然 ran 乐 le 天 tian 一 yi 卓 zhuo 瑞 rui 航 hang 知 zhi 远 yuan 霖 lin 望 wang 希 xi 青 qing 朗 lang"""
# Seldom seen, some outside the Basic Multilingual Plane.
GIVEN_RARE = """喆 zhe 堃 kun 彧 yu 翀 chong 赟 yun 燊 shen 䶮 yan 𫖯 fu 𬀩 wei 𬱖 di 玥 yue 珺 jun 晞 xi 骉 biao 淼 miao 翾 xuan"""
PALLADIUS.update({"huang": "хуан", "liao": "ляо", "le": "лэ", "biao": "бяо", "miao": "мяо"})

# Family names of Belarus: the man's and the woman's form where they differ.
FAMILIES_BELARUSIAN = [
    (("科瓦廖夫", "Ковалёв", "Кавалёў", "Kavaliou"), ("科瓦廖娃", "Ковалёва", "Кавалёва", "Kavaliova")),
    (("索洛维约夫", "Соловьёв", "Салаўёў", "Salauyou"), ("索洛维约娃", "Соловьёва", "Салаўёва", "Salauyova")),
    (("沃罗比约夫", "Воробьёв", "Вараб’ёў", "Varabyou"), ("沃罗比约娃", "Воробьёва", "Вараб’ёва", "Varabyova")),
    (("杰米亚诺夫", "Демьянов", "Дзям’янаў", "Dziamyanau"), ("杰米亚诺娃", "Демьянова", "Дзям’янава", "Dziamyanava")),
    (("科兹洛夫", "Козлов", "Казлоў", "Kazlou"), ("科兹洛娃", "Козлова", "Казлова", "Kazlova")),
    (("茹科夫斯基", "Жуковский", "Жукоўскі", "Zhukouski"), ("茹科夫斯卡娅", "Жуковская", "Жукоўская", "Zhukouskaya")),
    (("维什涅夫斯基", "Вишневский", "Вішнеўскі", "Vishneuski"), ("维什涅夫斯卡娅", "Вишневская", "Вішнеўская", "Vishneuskaya")),
    (("索科洛夫斯基", "Соколовский", "Сакалоўскі", "Sakalouski"), ("索科洛夫斯卡娅", "Соколовская", "Сакалоўская", "Sakalouskaya")),
    (("贝科夫斯基", "Быковский", "Быкоўскі", "Bykouski"), ("贝科夫斯卡娅", "Быковская", "Быкоўская", "Bykouskaya")),
    (("罗曼诺夫斯基", "Романовский", "Раманоўскі", "Ramanouski"), ("罗曼诺夫斯卡娅", "Романовская", "Раманоўская", "Ramanouskaya")),
    (("科罗特基", "Короткий", "Кароткі", "Karotki"), ("科罗特卡娅", "Короткая", "Кароткая", "Karotkaya")),
    (("萨维茨基", "Савицкий", "Савіцкі", "Savitski"), ("萨维茨卡娅", "Савицкая", "Савіцкая", "Savitskaya")),
    (("巴拉诺夫", "Баранов", "Баранаў", "Baranau"), ("巴拉诺娃", "Баранова", "Баранава", "Baranava")),
    (("彼得罗夫斯基", "Петровский", "Пятроўскі", "Piatrouski"), ("彼得罗夫斯卡娅", "Петровская", "Пятроўская", "Piatrouskaya")),
    (("列昂季耶夫", "Леонтьев", "Лявонцьеў", "Liavontsyeu"), ("列昂季耶娃", "Леонтьева", "Лявонцьева", "Liavontsyeva")),
    (("叶梅利亚诺夫", "Емельянов", "Емяльянаў", "Yemialyanau"), ("叶梅利亚诺娃", "Емельянова", "Емяльянава", "Yemialyanava")),
    (("特卡乔夫", "Ткачёв", "Ткачоў", "Tkachou"), ("特卡乔娃", "Ткачёва", "Ткачова", "Tkachova")),
    (("诺维克", "Новик", "Новік", "Novik"),),
    (("舍甫琴科", "Шевченко", "Шаўчэнка", "Shauchenka"),),
    (("叶尔莫连科", "Ермоленко", "Ярмоленка", "Yarmolenka"),),
    (("斯坦克维奇", "Станкевич", "Станкевіч", "Stankevich"),),
    (("马茨克维奇", "Мацкевич", "Мацкевіч", "Matskevich"),),
    (("格林克维奇", "Гринкевич", "Грынкевіч", "Hrynkevich"),),
    (("博格丹诺维奇", "Богданович", "Багдановіч", "Bahdanovich"),),
    (("邦达连科", "Бондаренко", "Бандарэнка", "Bandarenka"),),
    (("卢卡舍维奇", "Лукашевич", "Лукашэвіч", "Lukashevich"),),
    (("库兹米奇", "Кузьмич", "Кузьміч", "Kuzmich"),),
    (("霍达谢维奇", "Ходасевич", "Хадасевіч", "Khadasevich"),),
    (("古里诺维奇", "Гуринович", "Гурыновіч", "Hurynovich"),),
    (("塔拉谢维奇", "Тарасевич", "Тарасевіч", "Tarasevich"),),
    (("扎亚茨", "Заяц", "Заяц", "Zayats"),),
    (("梅利尼克", "Мельник", "Мельнік", "Melnik"),),
    (("奥斯塔片科", "Остапенко", "Астапенка", "Astapenka"),),
    (("格里楚克", "Грицук", "Грыцук", "Hrytsuk"),),
    (("什克利亚尔", "Шкляр", "Шкляр", "Shkliar"),),
    (("茨维尔科", "Цвирко", "Цвірко", "Tsvirko"),),
    (("西尼亚克", "Синяк", "Сіняк", "Siniak"),),
    (("尤什克维奇", "Юшкевич", "Юшкевіч", "Yushkevich"),),
    (("格里戈罗维奇", "Григорович", "Рыгаровіч", "Ryharovich"),),
    (("奥利霍维克", "Ольховик", "Альхавік", "Alkhavik"),),
]

FIRST_MEN = [
    ("亚历山大", "Александр", "Аляксандр", "Aliaksandr"), ("谢尔盖", "Сергей", "Сяргей", "Siarhei"),
    ("弗拉基米尔", "Владимир", "Уладзімір", "Uladzimir"), ("尼古拉", "Николай", "Мікалай", "Mikalai"),
    ("德米特里", "Дмитрий", "Дзмітрый", "Dzmitry"), ("安德烈", "Андрей", "Андрэй", "Andrei"),
    ("维克托", "Виктор", "Віктар", "Viktar"), ("尤里", "Юрий", "Юрый", "Yury"), ("伊戈尔", "Игорь", "Ігар", "Ihar"),
    ("帕维尔", "Павел", "Павел", "Pavel"), ("马克西姆", "Максим", "Максім", "Maksim"),
    ("叶夫根尼", "Евгений", "Яўген", "Yauhen"), ("奥列格", "Олег", "Алег", "Aleh"),
    ("米哈伊尔", "Михаил", "Міхаіл", "Mikhail"), ("安东", "Антон", "Антон", "Anton"),
    ("基里尔", "Кирилл", "Кірыл", "Kiryl"), ("罗曼", "Роман", "Раман", "Raman"),
    ("瓦西里", "Василий", "Васіль", "Vasil"), ("伊万", "Иван", "Іван", "Ivan"), ("伊利亚", "Илья", "Ілья", "Illia"),
]
FIRST_WOMEN = [
    ("叶连娜", "Елена", "Алена", "Alena"), ("纳塔利娅", "Наталья", "Наталля", "Natallia"),
    ("奥莉加", "Ольга", "Вольга", "Volha"), ("塔季扬娜", "Татьяна", "Таццяна", "Tatsiana"),
    ("伊琳娜", "Ирина", "Ірына", "Iryna"), ("叶卡捷琳娜", "Екатерина", "Кацярына", "Katsiaryna"),
    ("安娜", "Анна", "Ганна", "Hanna"), ("玛丽亚", "Мария", "Марыя", "Maryia"),
    ("斯韦特兰娜", "Светлана", "Святлана", "Sviatlana"), ("达里娅", "Дарья", "Дар’я", "Darya"),
    ("尤利娅", "Юлия", "Юлія", "Yuliya"), ("维多利亚", "Виктория", "Вікторыя", "Viktoryia"),
    ("奥克萨娜", "Оксана", "Аксана", "Aksana"), ("柳德米拉", "Людмила", "Людміла", "Liudmila"),
    ("索菲娅", "Софья", "Соф’я", "Sofya"), ("亚历山德拉", "Александра", "Аляксандра", "Aliaksandra"),
    ("瓦莲京娜", "Валентина", "Валянціна", "Valiantsina"), ("娜杰日达", "Надежда", "Надзея", "Nadzeya"),
    ("克谢尼娅", "Ксения", "Ксенія", "Kseniya"), ("季娜伊达", "Зинаида", "Зінаіда", "Zinaida"),
]
# Patronymics: a man's in Russian and Belarusian, a woman's likewise.
PATRONYMICS = [
    ("Александрович", "Аляксандравіч", "Александровна", "Аляксандраўна"),
    ("Сергеевич", "Сяргеевіч", "Сергеевна", "Сяргееўна"),
    ("Владимирович", "Уладзіміравіч", "Владимировна", "Уладзіміраўна"),
    ("Николаевич", "Мікалаевіч", "Николаевна", "Мікалаеўна"),
    ("Дмитриевич", "Дзмітрыевіч", "Дмитриевна", "Дзмітрыеўна"),
    ("Андреевич", "Андрэевіч", "Андреевна", "Андрэеўна"),
    ("Викторович", "Віктаравіч", "Викторовна", "Віктараўна"),
    ("Юрьевич", "Юр’евіч", "Юрьевна", "Юр’еўна"),
    ("Игоревич", "Ігаравіч", "Игоревна", "Ігараўна"),
    ("Павлович", "Паўлавіч", "Павловна", "Паўлаўна"),
    ("Михайлович", "Міхайлавіч", "Михайловна", "Міхайлаўна"),
    ("Иванович", "Іванавіч", "Ивановна", "Іванаўна"),
    ("Петрович", "Пятровіч", "Петровна", "Пятроўна"),
    ("Васильевич", "Васільевіч", "Васильевна", "Васільеўна"),
    ("Григорьевич", "Рыгоравіч", "Григорьевна", "Рыгораўна"),
]

# Cities that are on no map: stars, winds and islands of old tales.
CITIES_CHINESE = """天枢 tian-shu 天璇 tian-xuan 玉衡 yu-heng 瑶光 yao-guang 长庚 chang-geng 望舒 wang-shu 羲和 xi-he 扶桑 fu-sang
    瀛洲 ying-zhou 昆吾 kun-wu 广寒 guang-han 云汀 yun-ting 澜川 lan-chuan 霁山 ji-shan 星汉 xing-han"""
CITIES_BELARUSIAN = [
    ("祖布罗夫斯克", "Зубровск", "Зубраўск", "Zubrausk"), ("布斯拉夫斯克", "Буславск", "Буслаўск", "Buslausk"),
    ("日特涅戈尔斯克", "Житнегорск", "Жытнягорск", "Zhytniahorsk"), ("韦斯尼扬斯克", "Веснянск", "Вяснянск", "Viasniansk"),
    ("奥泽林斯克", "Озеринск", "Азярынск", "Aziarynsk"), ("杜布拉温斯克", "Дубравинск", "Дубравінск", "Dubravinsk"),
    ("亚沃尔斯克", "Яворск", "Яварск", "Yavarsk"), ("韦列先斯克", "Вересенск", "Верасенск", "Verasensk"),
    ("列别金斯克", "Лебединск", "Лебядзінск", "Lebiadzinsk"), ("兹拉京斯克", "Златинск", "Залацінск", "Zalatsinsk"),
    ("库帕林斯克", "Купалинск", "Купалінск", "Kupalinsk"), ("扎尔尼茨克", "Зарницк", "Зарніцк", "Zarnitsk"),
    ("利尼扬斯克", "Льнянск", "Ільнянск", "Ilniansk"), ("瓦西里科夫斯克", "Васильковск", "Васількоўск", "Vasilkousk"),
]

# Kinds of universities: {city} is the city, in Russian and Belarusian of those of Belarus its adjective.
KINDS_CHINESE = [
    ("{city}理工大学", "Политехнический университет {city}", "Політэхнічны ўніверсітэт {city}", "{city} University of Technology"),
    ("{city}大学", "Университет {city}", "Універсітэт {city}", "{city} University"),
    ("{city}师范大学", "Педагогический университет {city}", "Педагагічны ўніверсітэт {city}", "{city} Normal University"),
    ("{city}医科大学", "Медицинский университет {city}", "Медыцынскі ўніверсітэт {city}", "{city} Medical University"),
    ("{city}外国语大学", "Университет иностранных языков {city}", "Універсітэт замежных моў {city}", "{city} University of Foreign Languages"),
    ("{city}农业大学", "Сельскохозяйственный университет {city}", "Сельскагаспадарчы ўніверсітэт {city}", "{city} Agricultural University"),
    ("{city}财经大学", "Университет экономики и~финансов {city}", "Універсітэт эканомікі і~фінансаў {city}", "{city} University of Finance and Economics"),
    ("{city}交通大学", "Транспортный университет {city}", "Транспартны ўніверсітэт {city}", "{city} Jiaotong University"),
]
KINDS_BELARUSIAN = [
    ("{city}国立技术大学", "{city} государственный технический университет", "{city} дзяржаўны тэхнічны ўніверсітэт", "{city} State Technical University"),
    ("{city}国立大学", "{city} государственный университет", "{city} дзяржаўны ўніверсітэт", "{city} State University"),
    ("{city}国立师范大学", "{city} государственный педагогический университет", "{city} дзяржаўны педагагічны ўніверсітэт", "{city} State Pedagogical University"),
    ("{city}国立医科大学", "{city} государственный медицинский университет", "{city} дзяржаўны медыцынскі ўніверсітэт", "{city} State Medical University"),
    ("{city}国立语言大学", "{city} государственный лингвистический университет", "{city} дзяржаўны лінгвістычны ўніверсітэт", "{city} State Linguistic University"),
    ("{city}国立农业大学", "{city} государственный аграрный университет", "{city} дзяржаўны аграрны ўніверсітэт", "{city} State Agrarian University"),
    ("{city}国立经济大学", "{city} государственный экономический университет", "{city} дзяржаўны эканамічны ўніверсітэт", "{city} State University of Economics"),
    ("{city}国立信息与通信大学", "{city} государственный университет информатики и~связи", "{city} дзяржаўны ўніверсітэт інфарматыкі і~сувязі", "{city} State University of Informatics and Communications"),
]
# The short form of each kind.
SHORT_CHINESE = [("理工", "ПУ", "ПУ", "UT"), ("大学", "Ун-т", "Ун-т", "U"), ("师大", "ПедУ", "ПедУ", "NU"), ("医大", "МУ", "МУ", "MU"),
                 ("外大", "УИЯ", "УЗМ", "UFL"), ("农大", "СХУ", "СГУ", "AU"), ("财大", "УЭФ", "УЭФ", "UFE"), ("交大", "ТУ", "ТУ", "JU")]
SHORT_BELARUSIAN = [("国立技大", "ГТУ", "ДТУ", "STU"), ("国大", "ГУ", "ДУ", "SU"), ("国立师大", "ГПУ", "ДПУ", "SPU"), ("国立医大", "ГМУ", "ДМУ", "SMU"),
                    ("国立语大", "ГЛУ", "ДЛУ", "SLU"), ("国立农大", "ГАУ", "ДАУ", "SAU"), ("国立经大", "ГЭУ", "ДЭУ", "SUE"), ("国立信大", "ГУИС", "ДУІС", "SUIC")]

# What is hard to set: family name and given name in the four languages; None where a language has none.
HARD = [
    ("BY", "female", ("科尔温-库钦斯卡娅", "Корвин-Кучинская", "Корвін-Кучынская", "Korvin-Kuchynskaya"), FIRST_WOMEN[15], 0),
    ("BY", "male", ("别洛格拉佐夫-普热瓦利斯基", "Белоглазов-Пржевальский", "Белаглазаў-Пржавальскі", "Belahlazau-Przhevalski"), FIRST_MEN[2], 2),
    ("BY", "female", ("波德古尔斯卡娅-沃罗比约娃", "Подгурская-Воробьёва", "Падгурская-Вараб’ёва", "Padhurskaya-Varabyova"), FIRST_WOMEN[5], 7),
    ("BY", "male", (None, "Юхновец", "Юхнавец", "Yukhnavets"), (None, "Ян", "Ян", "Yan"), None),
    ("BY", "male", (None, None, "Ўсаў-Аўсянік", "Usau-Ausianik"), (None, None, "Усевалад", "Usevalad"), None),
    ("BY", "female", (None, "Ёлкина", None, None), (None, "Юлия", None, None), 3),
    ("KZ", "male", ("努尔苏丹别科夫", "Нурсултанбеков", None, "Nursultanbekov"), ("拜克努尔·阿卜杜拉赫曼", "Байконур Абдурахман", None, "Baikonur Abdurakhman"), None),
    ("SE", "female", (None, None, None, "Björk-Ångström"), (None, None, None, "Zoë"), None),
    ("IE", "male", (None, None, None, "O’Súilleabháin"), (None, None, None, "Mícheál"), None),
    ("PT", "female", (None, None, None, "de Albuquerque e Vasconcelos de Sá-Nogueira"), (None, None, None, "Maria da Conceição"), None),
]
# And Chinese names in full: character form or None, then Russian, Belarusian, English.
HARD_CHINESE = [
    ("男", ("阿卜杜热西提·买买提艾力", "Абдурешит Маматали", "Абдурашыт Маматалі", "Abdureshit Mamat’eli")),
    ("女", ("欧阳欣然", "Оуян Синьжань", "Аўян Сіньжань", "Ouyang Xinran")),
    ("男", ("丁一", "Дин И", "Дзін І", "Ding Yi")),
    ("女", ("吕叶", "Люй Е", "Люй Е", "Lü Ye")),
    ("男", (None, None, None, "Li Xi’an")),
    ("女", ("司马䶮𬱖", None, None, "Sima Yandi")),
]
