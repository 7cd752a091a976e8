Console.WriteLine("konon");
