type Vague = Record<"words" | "stems" | "fillers" | "catchAlls", readonly string[]>;

/**
 * What says nothing about a topic, in the five languages at once: people name things in any of them.
 * `words` are whole words, `stems` beginnings of words; `fillers` join words; `catchAlls` are phrases that leave nothing out.
 */
export const vague: Vague = {
  words: [
    "change", "general", "topics", "topic", "issues", "process", "processes", "project", "projects", "people", "work", "team", "teams", "idea", "ideas", "network", "best", "practice",
    "practices", "future", "service", "services", "group", "forum", "misc", "various", "quality", "digital", "tema", "temas", "varios", "asuntos", "red", "foro", "equipo", "equipos",
    "cambio", "futuro", "grupo", "trabajo", "buenas", "ämnen", "frågor", "idéer", "arbete", "kvalitet", "digitalt", "grupp", "nätverk", "tematy", "sprawy", "ludzie", "praca", "zespół", "pomysły",
    "sieć", "grupa", "jakość", "темы", "люди", "работа", "идеи", "сеть", "группа", "разное", "общее", "вопросы", "команда",
  ],
  stems: [
    "knowledge", "learning", "sharing", "innovat", "management", "communicat", "collaborat", "cooperat", "digitali", "development", "improvement", "leadership", "strateg", "miscell", "organis", "organiz",
    "exchang", "communit", "conocimiento", "aprendizaje", "innovaci", "gestion", "gestión", "comunicaci", "colaboraci", "cooperaci", "calidad", "desarrollo", "mejora", "liderazgo", "estrateg",
    "intercambi", "comunidad", "kunskap", "lärande", "ledning", "ledarskap", "kommunikation", "samarbet", "samverkan", "utveckling", "förbättring", "förändring", "allmän", "diverse", "verksamhet",
    "gemenskap", "wiedz", "uczeni", "innowac", "zarządzani", "komunikacj", "współprac", "cyfryzacj", "rozwój", "rozwoj", "doskonaleni", "przywództ", "ogóln", "organizacj", "przyszłoś", "wspólnot",
    "знани", "обучени", "инноваци", "управлени", "коммуникаци", "сотрудничеств", "качеств", "цифровиз", "развити", "улучшени", "изменени", "лидерств", "стратеги", "организаци", "будущ", "сообществ", "обмен",
  ],
  fillers: ["the", "a", "of", "and", "for", "in", "our", "y", "de", "del", "la", "el", "los", "las", "en", "och", "i", "av", "för", "om", "w", "z", "o", "oraz", "и", "в", "о", "об", "для", "наши"],
  catchAlls: [
    "anything goes", "all topics", "any topic", "etc", "and so on", "and more", "whatever", "cualquier tema", "todos los temas", "etcétera", "y más", "vad som helst", "alla ämnen", "osv",
    "och så vidare", "med mera", "wszystkie tematy", "cokolwiek", "itd", "i tak dalej", "itp", "все темы", "любые темы", "что угодно", "и так далее", "и т д", "и прочее",
  ],
};
