Console.WriteLine("konon");
return 0;
