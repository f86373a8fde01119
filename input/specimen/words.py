"""Sentences that the generator puts together. Texts are tuples: Chinese, Russian, Belarusian, English.
{topic} is a topic of fields.py, {Topic} the same with a capital; {n}, {m} are numbers from 5 to 20, so that one form of the noun does."""

# What follows a topic in the title of a talk or paper.
ANGLES = [
    ("首批成果", "первые результаты", "першыя вынікі", "first results"),
    ("方法与数据", "методы и данные", "метады і даныя", "methods and data"),
    ("两校联合试点", "опыт двух университетов", "вопыт двух універсітэтаў", "the experience of two universities"),
    ("现状与前景", "состояние и перспективы", "стан і перспектывы", "state and prospects"),
    ("中白比较", "сравнение Китая и Беларуси", "параўнанне Кітая і Беларусі", "China and Belarus compared"),
    ("从课堂到产业", "от аудитории к производству", "ад аўдыторыі да вытворчасці", "from lecture hall to industry"),
    ("未决问题", "нерешённые вопросы", "нявырашаныя пытанні", "open questions"),
    ("三年跟踪研究", "трёхлетнее наблюдение", "трохгадовае назіранне", "a three-year study"),
]

TALK_OPENINGS = [
    ("报告聚焦{topic}。", "В центре доклада — {topic}.", "У цэнтры даклада — {topic}.", "The talk is about {topic}."),
    ("报告从两国的实际需要出发，讨论{topic}。", "Исходя из потребностей двух стран, автор рассматривает тему «{Topic}».", "Зыходзячы з патрэб дзвюх краін, аўтар разглядае тэму «{Topic}».", "Starting from what both countries need, the speaker considers {topic}."),
    ("主题是{topic}，也是集群今后三年的重点方向。", "Тема доклада — {topic}; это и одно из главных направлений кластера на ближайшие три года.", "Тэма даклада — {topic}; гэта і адзін з галоўных кірункаў кластара на бліжэйшыя тры гады.", "The subject is {topic}, which is also among the cluster’s main lines of work for the next three years."),
]
TALK_MIDDLES = [
    ("作者介绍了{n}所高校共同收集的数据，并说明这些数据在多大程度上可以比较。", "Представлены данные, собранные {n} университетами, и показано, насколько они сопоставимы.", "Прадстаўлены даныя, сабраныя {n} універсітэтамі, і паказана, наколькі яны супастаўныя.", "Data gathered by {n} universities are presented, and it is shown how far they can be compared."),
    ("试点在{n}个课程班进行，参加者的成绩平均提高了{m}%。", "Эксперимент прошёл в {n} группах; результаты участников выросли в среднем на {m} %.", "Эксперымент прайшоў у {n} групах; вынікі ўдзельнікаў выраслі ў сярэднім на {m} %.", "The trial was held in {n} classes; the participants’ results rose by {m}% on average."),
    ("文中比较了{n}种方案，指出成本最低的未必最稳妥。", "Сопоставлено {n} вариантов, и оказалось, что самый дешёвый не всегда самый надёжный.", "Супастаўлена {n} варыянтаў, і аказалася, што самы танны не заўсёды самы надзейны.", "Of the {n} solutions compared, the cheapest turned out not always to be the safest."),
    ("测量误差由原来的{m}%降到2%以下，复核由双方实验室分别完成。", "Погрешность измерений снизилась с {m} до 2 %; проверку независимо провели лаборатории обеих сторон.", "Хібнасць вымярэнняў знізілася з {m} да 2 %; праверку незалежна правялі лабараторыі абодвух бакоў.", "The error of measurement fell from {m} to below 2 per cent; laboratories of both sides checked it independently."),
    ("{n}名研究生参加了这项工作，其中三人今年赴对方学校继续学习。", "В работе участвовали {n} аспирантов; трое из них в этом году продолжат учёбу в вузе-партнёре.", "У працы ўдзельнічалі {n} аспірантаў; трое з іх сёлета працягнуць вучобу ў ВНУ-партнёры.", "As many as {n} doctoral students took part; three of them will go on with their studies at the partner university this year."),
    ("问卷覆盖{n}个城市，结果显示两国师生关心的问题十分接近。", "Опрос охватил {n} городов и показал, что преподавателей и студентов обеих стран волнуют весьма близкие вопросы.", "Апытанне ахапіла {n} гарадоў і паказала, што выкладчыкаў і студэнтаў абедзвюх краін хвалююць вельмі блізкія пытанні.", "A survey in {n} cities shows that teachers and students in both countries care about much the same questions."),
]
TALK_CLOSINGS = [
    ("作者建议由集群牵头，在明年建立共享资料库。", "Автор предлагает кластеру создать в будущем году общую базу материалов.", "Аўтар прапануе кластару стварыць у будучым годзе агульную базу матэрыялаў.", "The speaker proposes that the cluster set up a shared repository next year."),
    ("全部材料将译成双方语言，会后公布。", "Все материалы будут переведены на языки обеих сторон и опубликованы после конференции.", "Усе матэрыялы будуць перакладзены на мовы абодвух бакоў і апублікаваны пасля канферэнцыі.", "All materials will be put into the languages of both sides and published after the conference."),
    ("下一步是把试点扩大到更多地方高校。", "Следующий шаг — распространить опыт на другие региональные вузы.", "Наступны крок — распаўсюдзіць вопыт на іншыя рэгіянальныя ВНУ.", "The next step is to extend the trial to more regional universities."),
    ("讨论中需要回答的问题是：谁来维护，经费从哪里来。", "Для обсуждения остаётся вопрос: кто будет это поддерживать и на какие средства.", "Для абмеркавання застаецца пытанне: хто будзе гэта падтрымліваць і на якія сродкі.", "Left for discussion: who is to keep it up, and with what money."),
    ("结论同样适用于其他集群，欢迎各校同行加入。", "Выводы применимы и в других кластерах; коллеги приглашаются к участию.", "Высновы прыдатныя і ў іншых кластарах; калегі запрашаюцца да ўдзелу.", "The conclusions hold for other clusters too, and colleagues are invited to join."),
]

# Outcomes: the title, and what is said of it.
OUTCOMES = {
    "agreement": (
        ("关于“{topic}”的合作协议", "Соглашение о сотрудничестве по теме «{Topic}»", "Пагадненне аб супрацоўніцтве па тэме «{Topic}»", "Agreement on cooperation: {topic}"),
        [("协议为期五年，约定双方每年互派{n}名教师，共享课程资料，联合署名发表成果。", "Соглашение заключено на пять лет: стороны ежегодно обмениваются {n} преподавателями, делятся учебными материалами и публикуют результаты совместно.", "Пагадненне заключана на пяць гадоў: бакі штогод абменьваюцца {n} выкладчыкамі, дзеляцца вучэбнымі матэрыяламі і публікуюць вынікі сумесна.", "The agreement runs for five years: each year the sides exchange {n} teachers, share course materials and publish together."),
         ("双方就知识产权归属和经费分担取得一致，首批任务已列入各校年度计划。", "Стороны согласовали права на результаты и распределение расходов; первые задачи внесены в годовые планы университетов.", "Бакі ўзгаднілі правы на вынікі і размеркаванне выдаткаў; першыя задачы ўнесены ў гадавыя планы ўніверсітэтаў.", "The sides have settled rights in the results and the sharing of costs; the first tasks stand in the universities’ plans for the year.")]),
    "laboratory": (
        ("中白“{topic}”联合实验室", "Китайско-белорусская лаборатория «{Topic}»", "Кітайска-беларуская лабараторыя «{Topic}»", "Joint laboratory: {topic}"),
        [("实验室在两国各设一处，配备同型号设备，首批课题{n}项。", "Лаборатория работает на двух площадках с одинаковым оборудованием; в первом плане {n} тем.", "Лабараторыя працуе на дзвюх пляцоўках з аднолькавым абсталяваннем; у першым плане {n} тэм.", "The laboratory has two sites with the same equipment; its first plan holds {n} subjects."),
         ("双方各出一名主任，设备使用时间通过网上预约，对联盟成员开放。", "У лаборатории два руководителя, по одному от каждой стороны; время на приборах бронируется в сети и доступно всем членам Альянса.", "У лабараторыі два кіраўнікі, па адным ад кожнага боку; час на прыборах браніруецца ў сетцы і даступны ўсім членам Альянсу.", "Each side names one of the two heads; time at the instruments is booked online and open to all members of the Alliance.")]),
    "institute": (
        ("“{topic}”联合学院", "Совместный институт «{Topic}»", "Сумесны інстытут «{Topic}»", "Joint institute: {topic}"),
        [("学院每年招收本科生{n}0名，课程由双方教师共同讲授，毕业生可获两校学位。", "Ежегодный набор — {n}0 студентов; занятия ведут преподаватели обеих сторон, выпускники получают дипломы двух университетов.", "Штогадовы набор — {n}0 студэнтаў; заняткі вядуць выкладчыкі абодвух бакоў, выпускнікі атрымліваюць дыпломы двух універсітэтаў.", "It takes in {n}0 students a year; teachers from both sides share the courses, and graduates receive degrees from both universities."),
         ("筹备组已完成培养方案，校舍改造按计划进行。", "Рабочая группа завершила учебный план; перестройка здания идёт по графику.", "Рабочая група завяршыла вучэбны план; перабудова будынка ідзе паводле графіка.", "The preparatory group has finished the curriculum, and the rebuilding of the house is on schedule.")]),
    "programme": (
        ("“{topic}”双学位项目", "Программа двух дипломов «{Topic}»", "Праграма двух дыпломаў «{Topic}»", "Double degree programme: {topic}"),
        [("学制两年，第一年在本国、第二年在对方国家学习，授课语言为中文、俄文和英文。", "Обучение длится два года: первый дома, второй в стране-партнёре; языки — китайский, русский и английский.", "Навучанне доўжыцца два гады: першы дома, другі ў краіне-партнёры; мовы — кітайская, руская і англійская.", "It takes two years, the first at home and the second in the partner country, in Chinese, Russian and English."),
         ("首届录取{n}人，双方导师共同指导论文，学分全部互认。", "В первый набор принято {n} человек; дипломными работами руководят преподаватели двух вузов, зачётные единицы признаются полностью.", "У першы набор прынята {n} чалавек; дыпломнымі працамі кіруюць выкладчыкі дзвюх ВНУ, залікавыя адзінкі прызнаюцца цалкам.", "The first intake is {n}; theses have a supervisor on each side, and all credits are recognised.")]),
    "project": (
        ("联合研究项目“{topic}”", "Совместный научный проект «{Topic}»", "Сумесны навуковы праект «{Topic}»", "Joint research project: {topic}"),
        [("项目为期三年，由{n}个课题组承担，每半年召开一次进展会。", "Проект рассчитан на три года, его ведут {n} научных групп; ход работ обсуждается каждые полгода.", "Праект разлічаны на тры гады, яго вядуць {n} навуковых груп; ход прац абмяркоўваецца кожныя паўгода.", "The project runs for three years with {n} research groups, which report on progress every six months."),
         ("样机已在一家合作企业试用，数据每月向双方公布。", "Опытный образец испытывается на предприятии-партнёре, данные ежемесячно доступны обеим сторонам.", "Доследны ўзор выпрабоўваецца на прадпрыемстве-партнёры, даныя штомесяц даступныя абодвум бакам.", "A prototype is on trial at a partner enterprise, and its data are open to both sides every month.")]),
    "publication": (
        ("中俄双语文集《{topic}》", "Двуязычный сборник статей «{Topic}»", "Двухмоўны зборнік артыкулаў «{Topic}»", "Bilingual volume of papers: {topic}"),
        [("文集收入{n}篇论文，每篇附四种语言的摘要，电子版免费公开。", "В сборнике {n} статей с аннотациями на четырёх языках; электронная версия доступна бесплатно.", "У зборніку {n} артыкулаў з анатацыямі на чатырох мовах; электронная версія даступная бясплатна.", "The volume holds {n} papers, each with abstracts in four languages; its electronic edition is free to all."),
         ("编委会由双方各五人组成，稿件实行双盲评审。", "В редколлегии по пять человек от каждой стороны; рукописи проходят двойное слепое рецензирование.", "У рэдкалегіі па пяць чалавек ад кожнага боку; рукапісы праходзяць двайное сляпое рэцэнзаванне.", "Each side has five members on the board of editors, and the review is double blind.")]),
    "exchange": (
        ("“{topic}”师生交流计划", "Программа обменов «{Topic}»", "Праграма абменаў «{Topic}»", "Exchange of students and staff: {topic}"),
        [("每年双向派出{n}名学生和六名教师，住宿由接收学校提供。", "Ежегодно в обе стороны едут {n} студентов и шесть преподавателей; жильё предоставляет принимающий университет.", "Штогод у абодва бакі едуць {n} студэнтаў і шэсць выкладчыкаў; жыллё дае ўніверсітэт, які прымае.", "Each year {n} students and six teachers travel each way; the receiving university gives them lodging."),
         ("交流期限为一个学期，学生返校后须作公开报告。", "Срок обмена — один семестр; вернувшись, студенты выступают с открытым отчётом.", "Тэрмін абмену — адзін семестр; вярнуўшыся, студэнты выступаюць з адкрытай справаздачай.", "An exchange lasts a term, and students give a public account when they return.")]),
    "event": (
        ("“{topic}”国际暑期学校", "Международная летняя школа «{Topic}»", "Міжнародная летняя школа «{Topic}»", "International summer school: {topic}"),
        [("为期两周，面向研究生和青年教师，名额{n}0个，授课以英文为主。", "Школа для аспирантов и молодых преподавателей длится две недели; мест {n}0, основной язык — английский.", "Школа для аспірантаў і маладых выкладчыкаў доўжыцца два тыдні; месцаў {n}0, асноўная мова — англійская.", "Two weeks for doctoral students and young teachers, with {n}0 places, mostly in English."),
         ("最后一天举行创意竞赛，优胜小组可获集群种子基金支持。", "В последний день проводится конкурс идей; победители получают поддержку из фонда кластера.", "У апошні дзень праводзіцца конкурс ідэй; пераможцы атрымліваюць падтрымку з фонду кластара.", "A contest of ideas closes the school, and the best group is helped by the cluster’s seed fund.")]),
}

# What comes next, and for which kinds of outcome.
NEXT_STEPS = [
    ("agreement laboratory institute programme project exchange", ("签署实施细则", "Подписать порядок выполнения", "Падпісаць парадак выканання", "Sign the rules of implementation")),
    ("laboratory project", ("完成设备采购", "Завершить закупку оборудования", "Завяршыць закупку абсталявання", "Complete the purchase of equipment")),
    ("agreement laboratory institute programme project exchange", ("提交年度进展报告", "Представить отчёт за год", "Падаць справаздачу за год", "Submit the report of the year")),
    ("institute programme exchange event", ("公布首批录取名单", "Опубликовать список первых зачисленных", "Апублікаваць спіс першых залічаных", "Publish the list of the first intake")),
    ("agreement laboratory institute project publication", ("召开联合工作组会议", "Провести заседание совместной рабочей группы", "Правесці пасяджэнне сумеснай рабочай групы", "Hold a meeting of the joint working group")),
    ("programme publication institute", ("翻译并出版教材", "Перевести и издать учебники", "Перакласці і выдаць падручнікі", "Translate and publish the textbooks")),
    ("agreement laboratory project publication", ("开放共享数据平台", "Открыть общую платформу данных", "Адкрыць агульную платформу даных", "Open the shared data platform")),
    ("laboratory institute project programme", ("开展中期评估", "Провести промежуточную оценку", "Правесці прамежкавую ацэнку", "Carry out the mid-term review")),
    ("laboratory institute programme project publication exchange event", ("落实下一阶段经费", "Обеспечить финансирование следующего этапа", "Забяспечыць фінансаванне наступнага этапу", "Secure the money for the next stage")),
    ("agreement exchange project", ("组织首次互访", "Организовать первый взаимный визит", "Арганізаваць першы ўзаемны візіт", "Arrange the first exchange of visits")),
    ("agreement project laboratory publication event", ("申报两国联合资助", "Подать заявку на совместное финансирование двух стран", "Падаць заяўку на сумеснае фінансаванне дзвюх краін", "Apply for joint funding by both countries")),
    ("institute programme exchange event", ("发布招生简章", "Объявить приём", "Абвясціць прыём", "Announce the call for applications")),
]

# Posts, and how often each comes.
POSTS = [
    (14, ("教授", "Профессор", "Прафесар", "Professor")),
    (18, ("副教授", "Доцент", "Дацэнт", "Associate Professor")),
    (14, ("讲师", "Старший преподаватель", "Старшы выкладчык", "Lecturer")),
    (8, ("研究员", "Ведущий научный сотрудник", "Вядучы навуковы супрацоўнік", "Senior Research Fellow")),
    (12, ("博士研究生", "Аспирант", "Аспірант", "Doctoral Student")),
    (7, ("硕士研究生", "Магистрант", "Магістрант", "Master’s Student")),
    (6, ("院长", "Декан факультета", "Дэкан факультэта", "Dean")),
    (5, ("国际合作处处长", "Начальник управления международного сотрудничества", "Начальнік упраўлення міжнароднага супрацоўніцтва", "Head of International Cooperation")),
    (5, ("实验室主任", "Заведующий лабораторией", "Загадчык лабараторыі", "Head of Laboratory")),
    (4, ("教研室主任", "Заведующий кафедрой", "Загадчык кафедры", "Head of Department")),
    (3, ("图书馆馆长", "Директор библиотеки", "Дырэктар бібліятэкі", "Librarian")),
    (2, ("副校长", "Проректор", "Прарэктар", "Vice-Rector")),
    (2, ("项目主管", "Координатор программ", "Каардынатар праграм", "Programme Officer")),
]
RECTOR = ("校长", "Ректор", "Рэктар", "Rector")
PRESIDENT = ("校长", "Ректор", "Рэктар", "President")
RANKS = [("院士", "Академик", "Акадэмік", "Academician"), ("博士", "Доктор наук", "Доктар навук", "Doctor of Science")]

AWARDS = [
    ("青年学者优秀报告奖", "Диплом за лучший доклад молодого учёного", "Дыплом за лепшы даклад маладога навукоўца", "Award for the Best Talk by a Young Scholar"),
    ("集群建设突出贡献奖", "Диплом за вклад в развитие кластеров", "Дыплом за ўнёсак у развіццё кластараў", "Award for Service to the Clusters"),
    ("优秀翻译奖", "Диплом лучшему переводчику", "Дыплом лепшаму перакладчыку", "Award for Outstanding Interpreting"),
]
