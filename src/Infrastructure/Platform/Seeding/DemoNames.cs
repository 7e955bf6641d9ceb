namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Invented people. Mail goes to example.com and phones ring at 555-01xx: nobody real is ever reached.</summary>
internal static class DemoNames
{
    /// <summary>Borrowers whose loans stand on the board first.</summary>
    public static readonly string[] OnTheBoard =
    [
        "Abel Nolan", "Ada Lopez", "Anton Pruitt", "Beatriz Castillo", "Bridget Eklund", "Celia Ashby", "Colin Lam", "Corinne Stroud", "Curtis Joyner", "Cyrus Jansen",
        "Danielle Brandt", "Desmond Garza", "Dev Okafor", "Elise Zamora", "Emmett Rahman", "Evan Foster", "Farah Osei", "Felix Larkin", "Fern Santoro", "Grant Vogel",
        "Greta Delgado", "Hank Fenwick", "Hattie Ivers", "Hugo Novak", "Imani Pike", "Ingrid Kowalski", "Jules Varga", "Kofi Rosen", "Leona Birch", "Lillian Ellison",
        "Luis Dorsey", "Mae Hale", "Malik Abbott", "Marcus Haddad", "Miriam Nakata", "Nadia Petrov", "Niall Quill", "Noel Farrow", "Opal Ingram", "Otto Kaplan",
        "Owen Alder", "Paloma Knox", "Peter Gupta", "Petra Sweeney", "Priscilla Amari", "Rafael Keller", "Rosa Ibarra", "Ruben Lindqvist", "Shirin Marchetti", "Silas Yates",
        "Stefan Orr", "Tessa Webb", "Theo Thayer", "Victor Castellano", "Wade Mercer", "Wren Bowen",
    ];

    /// <summary>Agents who send borrowers.</summary>
    public static readonly string[] Agents =
    [
        "Cora Lindgren", "Mitch Averill", "Yolanda Prescott", "Bram Whitcomb", "Sheila Duarte", "Pete Molinari", "Gwen Stoddard", "Ravi Chandran", "Monica Fitch", "Todd Blaisdell",
        "Karin Oldham", "Luisa Ferreira", "Nate Gilchrist", "Deb Marchetta", "Ollie Trask", "Simone Beaulieu", "Craig Hutchins", "Anneke Visser", "Hal Rudd", "Jocelyn Tran",
        "Russ Pelletier", "Vivian Sloan", "Marty Egan", "Tamika Lowell", "Ned Farnham", "Paula Cisneros", "Warren Dyer", "Eileen Kearney", "Ty Bancroft", "Sonia Rezai",
        "Len Crockett", "Maureen Tighe", "Andre Boucher", "Kit Hallowell", "Rhonda Staples", "Basil Nowak", "Fay Ormsby", "Curt Lindell", "Ilse Brauer", "Dov Kessler",
    ];

    /// <summary>Title companies.</summary>
    public static readonly string[] TitleCompanies = ["Tidewater Title", "Granite Title", "Old Mill Settlement", "Beacon Closing", "Northgate Title", "Fairwind Abstract"];

    public static readonly string[] First =
    [
        "Aaron", "Abigail", "Adrian", "Aisha", "Alan", "Alicia", "Amara", "Andre", "Angela", "Anita", "Asher", "Audrey", "Benita", "Bianca", "Blake", "Brenda", "Caleb", "Camille", "Carlos", "Carmen",
        "Cedric", "Chloe", "Clara", "Damian", "Daphne", "Darius", "Deborah", "Diego", "Dominic", "Eleanor", "Eli", "Elena", "Emeka", "Erin", "Esther", "Fiona", "Francis", "Gabriel", "Gemma", "Graham",
        "Hannah", "Harold", "Helen", "Ian", "Idris", "Irene", "Isaac", "Jada", "Jamal", "Janelle", "Jasper", "Joanna", "Joel", "José", "Judith", "Julian", "Kamala", "Karen", "Keith", "Kendra",
        "Kiran", "Lars", "Laura", "Leah", "Liam", "Lorena", "Lucas", "Maeve", "Marina", "Mateo", "Maya", "Mei", "Miles", "Mona", "Naomi", "Nathan", "Nina", "Noah", "Olga", "Omar",
        "Pablo", "Patrice", "Paul", "Quentin", "Rachel", "Raymond", "Renée", "Rhea", "Roland", "Roxanne", "Samir", "Selma", "Simon", "Sofia", "Tariq", "Teresa", "Tobias", "Uma", "Valerie", "Vikram",
        "Walter", "Wendy", "Xavier", "Yara", "Yusuf", "Zachary", "Zoë", "Bruno", "Delia", "Gideon", "Ines", "Kwame", "Lydia", "Nolan", "Pearl", "Reggie", "Stella", "Trent", "Vera", "Winston",
    ];

    public static readonly string[] Last =
    [
        "Abrams", "Acosta", "Adler", "Aguilar", "Ahmed", "Akers", "Alvarado", "Anders", "Archer", "Arnold", "Baird", "Ballard", "Banerjee", "Barlow", "Barrera", "Beck", "Benitez", "Bergman", "Blaine", "Boyle",
        "Bradford", "Brennan", "Briggs", "Burch", "Byrne", "Calderon", "Callahan", "Carver", "Chang", "Chaudhry", "Church", "Coleman", "Conley", "Cordova", "Cramer", "Crane", "Cross", "Cruz", "Dalton", "Darby",
        "Decker", "Dillard", "Dixon", "Donovan", "Drake", "Dunbar", "Eaton", "Elliott", "Emery", "Engel", "Espinoza", "Everett", "Farmer", "Ferris", "Finch", "Fitzgerald", "Fleming", "Forde", "Frost", "Galvan",
        "Gentry", "Gibbs", "Gilmore", "Goddard", "Goldberg", "Gomes", "Grady", "Griffith", "Haas", "Hahn", "Hanley", "Hardin", "Hendricks", "Herrera", "Hoang", "Holbrook", "Horn", "Hubbard", "Huang", "Hurst",
        "Iyer", "Jarvis", "Jennings", "Jimenez", "Kane", "Kaur", "Keane", "Kemp", "Khan", "Kirby", "Klein", "Kramer", "Landry", "Lang", "Lawson", "Leblanc", "Levy", "Lowry", "Lutz", "Macias",
        "Maddox", "Mahoney", "Marsden", "Massey", "Mathis", "McBride", "McCall", "Medina", "Melendez", "Meyer", "Middleton", "Mirza", "Moody", "Moreau", "Mullins", "Navarro", "Nguyen", "Nichols", "Noble", "Norris",
        "O'Brien", "Odom", "Olsen", "Ortega", "Osborn", "Pacheco", "Park", "Parrish", "Patel", "Paxton", "Perkins", "Petersen", "Pham", "Pollard", "Potts", "Pruett", "Quinn", "Ramsey", "Randall", "Rasmussen",
        "Reilly", "Rhodes", "Rivas", "Robles", "Rowe", "Salazar", "Sandoval", "Sato", "Schaefer", "Sethi", "Sheppard", "Singh", "Skinner", "Solis", "Stafford", "Stokes", "Sutton", "Tanaka", "Tate", "Thornton",
    ];

    /// <summary>Area codes; each holds a hundred numbers that no telephone company hands out.</summary>
    public static readonly int[] AreaCodes =
    [
        603, 978, 617, 508, 413, 802, 401, 203, 860, 518, 607, 315, 716, 585, 914, 845, 516, 631, 201, 609, 732, 856, 973, 215, 610, 717, 814, 412, 302, 410, 301, 443, 703, 804, 757, 540,
        919, 704, 336, 843, 803, 404, 770, 912, 904, 407, 813, 305, 312, 773, 847, 630, 708, 815, 219, 317, 414, 608, 262, 616, 313, 734,
    ];
}
