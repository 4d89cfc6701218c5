/** Windows time zone names (lower case) and the IANA zones that CLDR maps them to. */
const NAMES = `
UTC=UTC|Coordinated Universal Time=UTC|GMT Standard Time=Europe/London|Greenwich Standard Time=Atlantic/Reykjavik|W. Europe Standard Time=Europe/Berlin
Central Europe Standard Time=Europe/Budapest|Central European Standard Time=Europe/Warsaw|Romance Standard Time=Europe/Paris|Morocco Standard Time=Africa/Casablanca
W. Central Africa Standard Time=Africa/Lagos|E. Europe Standard Time=Europe/Chisinau|FLE Standard Time=Europe/Kiev|GTB Standard Time=Europe/Bucharest
Egypt Standard Time=Africa/Cairo|South Africa Standard Time=Africa/Johannesburg|Israel Standard Time=Asia/Jerusalem|Jordan Standard Time=Asia/Amman
Middle East Standard Time=Asia/Beirut|Syria Standard Time=Asia/Damascus|West Bank Standard Time=Asia/Hebron|Kaliningrad Standard Time=Europe/Kaliningrad
Libya Standard Time=Africa/Tripoli|Namibia Standard Time=Africa/Windhoek|Sudan Standard Time=Africa/Khartoum|South Sudan Standard Time=Africa/Juba
Turkey Standard Time=Europe/Istanbul|Belarus Standard Time=Europe/Minsk|Russian Standard Time=Europe/Moscow|Volgograd Standard Time=Europe/Volgograd
Arab Standard Time=Asia/Riyadh|Arabic Standard Time=Asia/Baghdad|E. Africa Standard Time=Africa/Nairobi|Iran Standard Time=Asia/Tehran
Arabian Standard Time=Asia/Dubai|Astrakhan Standard Time=Europe/Astrakhan|Azerbaijan Standard Time=Asia/Baku|Caucasus Standard Time=Asia/Yerevan
Georgian Standard Time=Asia/Tbilisi|Mauritius Standard Time=Indian/Mauritius|Russia Time Zone 3=Europe/Samara|Saratov Standard Time=Europe/Saratov
Afghanistan Standard Time=Asia/Kabul|Ekaterinburg Standard Time=Asia/Yekaterinburg|Pakistan Standard Time=Asia/Karachi|West Asia Standard Time=Asia/Tashkent
Qyzylorda Standard Time=Asia/Qyzylorda|India Standard Time=Asia/Kolkata|Sri Lanka Standard Time=Asia/Colombo|Nepal Standard Time=Asia/Kathmandu
Bangladesh Standard Time=Asia/Dhaka|Central Asia Standard Time=Asia/Bishkek|Omsk Standard Time=Asia/Omsk|Myanmar Standard Time=Asia/Yangon
SE Asia Standard Time=Asia/Bangkok|Altai Standard Time=Asia/Barnaul|N. Central Asia Standard Time=Asia/Novosibirsk|North Asia Standard Time=Asia/Krasnoyarsk
Tomsk Standard Time=Asia/Tomsk|W. Mongolia Standard Time=Asia/Hovd|China Standard Time=Asia/Shanghai|North Asia East Standard Time=Asia/Irkutsk
Singapore Standard Time=Asia/Singapore|Taipei Standard Time=Asia/Taipei|Ulaanbaatar Standard Time=Asia/Ulaanbaatar|W. Australia Standard Time=Australia/Perth
Aus Central W. Standard Time=Australia/Eucla|Tokyo Standard Time=Asia/Tokyo|Korea Standard Time=Asia/Seoul|North Korea Standard Time=Asia/Pyongyang
Transbaikal Standard Time=Asia/Chita|Yakutsk Standard Time=Asia/Yakutsk|AUS Central Standard Time=Australia/Darwin|Cen. Australia Standard Time=Australia/Adelaide
AUS Eastern Standard Time=Australia/Sydney|E. Australia Standard Time=Australia/Brisbane|Tasmania Standard Time=Australia/Hobart|Vladivostok Standard Time=Asia/Vladivostok
West Pacific Standard Time=Pacific/Port_Moresby|Lord Howe Standard Time=Australia/Lord_Howe|Bougainville Standard Time=Pacific/Bougainville
Central Pacific Standard Time=Pacific/Guadalcanal|Magadan Standard Time=Asia/Magadan|Norfolk Standard Time=Pacific/Norfolk|Russia Time Zone 10=Asia/Srednekolymsk
Sakhalin Standard Time=Asia/Sakhalin|Fiji Standard Time=Pacific/Fiji|New Zealand Standard Time=Pacific/Auckland|Russia Time Zone 11=Asia/Kamchatka
UTC+12=Etc/GMT-12|UTC+13=Etc/GMT-13|Chatham Islands Standard Time=Pacific/Chatham|Samoa Standard Time=Pacific/Apia|Tonga Standard Time=Pacific/Tongatapu
Line Islands Standard Time=Pacific/Kiritimati|Azores Standard Time=Atlantic/Azores|Cape Verde Standard Time=Atlantic/Cape_Verde|UTC-02=Etc/GMT+2
Greenland Standard Time=America/Nuuk|E. South America Standard Time=America/Sao_Paulo|Argentina Standard Time=America/Buenos_Aires|Bahia Standard Time=America/Bahia
Montevideo Standard Time=America/Montevideo|SA Eastern Standard Time=America/Cayenne|Saint Pierre Standard Time=America/Miquelon|Tocantins Standard Time=America/Araguaina
Magallanes Standard Time=America/Punta_Arenas|Newfoundland Standard Time=America/St_Johns|Atlantic Standard Time=America/Halifax
Central Brazilian Standard Time=America/Cuiaba|Pacific SA Standard Time=America/Santiago|Paraguay Standard Time=America/Asuncion|SA Western Standard Time=America/La_Paz
Venezuela Standard Time=America/Caracas|Cuba Standard Time=America/Havana|Eastern Standard Time=America/New_York|Eastern Standard Time (Mexico)=America/Cancun
Haiti Standard Time=America/Port-au-Prince|SA Pacific Standard Time=America/Bogota|Turks And Caicos Standard Time=America/Grand_Turk|US Eastern Standard Time=America/Indianapolis
Central America Standard Time=America/Guatemala|Central Standard Time=America/Chicago|Central Standard Time (Mexico)=America/Mexico_City|Canada Central Standard Time=America/Regina
Easter Island Standard Time=Pacific/Easter|Mountain Standard Time=America/Denver|Mountain Standard Time (Mexico)=America/Mazatlan|US Mountain Standard Time=America/Phoenix
Yukon Standard Time=America/Whitehorse|Pacific Standard Time=America/Los_Angeles|Pacific Standard Time (Mexico)=America/Tijuana|UTC-08=Etc/GMT+8
Alaskan Standard Time=America/Anchorage|UTC-09=Etc/GMT+9|Marquesas Standard Time=Pacific/Marquesas|Aleutian Standard Time=America/Adak
Hawaiian Standard Time=Pacific/Honolulu|UTC-11=Etc/GMT+11|Dateline Standard Time=Etc/GMT+12`;

export const WINDOWS_ZONES: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.trim().split(/[|\n]/).map((line) => {
    const [windows = "", iana = ""] = line.split("=");
    return [windows.toLowerCase(), iana];
  }),
);
